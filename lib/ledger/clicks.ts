import type { Signal } from '../model';
import { isClickEvent } from './calls';
import { addTo, firstFrom } from './order';

/** Clicks on something that is no form's, as the page's sensor and Tag Manager tell of them. */
export interface Clicks {
  /** True when one was seen in a document shortly before an instant. */
  before(documentId: string | null, at: number): boolean;
  /** True when one was seen in a document between two instants. */
  within(documentId: string | null, from: number, until: number): boolean;
}

/** A visitor clicks, and a tag fires, within this time. */
const clickMs = 2000;

/** `signals` stand in order of time. */
export function clicksOf(signals: readonly Signal[]): Clicks {
  const byDocument = new Map<string | null, Signal[]>();
  for (const signal of signals) {
    const click = signal.kind === 'page' ? signal.event === 'click' : signal.kind === 'call' && isClickEvent(signal);
    if (click) addTo(byDocument, signal.place.documentId, signal);
  }
  return {
    before(documentId, at) {
      const own = byDocument.get(documentId);
      const latest = own?.[firstFrom(own, at + 1) - 1];
      return latest !== undefined && at - latest.at <= clickMs;
    },
    within(documentId, from, until) {
      const own = byDocument.get(documentId);
      const first = own?.[firstFrom(own, from)];
      return first !== undefined && first.at <= until;
    },
  };
}
