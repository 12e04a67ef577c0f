import type { Signal } from '../../lib/model';

/** HARs number their requests and pages each for themselves: a prefix keeps those of several files apart. */
export function setApart(signals: Signal[], prefix: string): Signal[] {
  if (prefix === '') return signals;
  return signals.map((signal) => {
    const { documentId, parentDocumentId } = signal.place;
    const place = {
      ...signal.place,
      documentId: documentId === null ? null : prefix + documentId,
      ...(parentDocumentId === undefined ? {} : { parentDocumentId: prefix + parentDocumentId }),
    };
    const apart = { ...signal, id: prefix + signal.id, place };
    return apart.kind === 'request' || apart.kind === 'response' ? { ...apart, requestId: prefix + apart.requestId } : apart;
  });
}
