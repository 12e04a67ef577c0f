import type { Place } from '../model';
import type { Doc, Documents } from './documents';
import type { Evidence } from './evidence';
import type { Tracks } from './in-force';

/** What surrounds a fire: its document and those around it, inside first. */
export interface View {
  docs: readonly Doc[];
  /** Of those documents that ever said anything. */
  around: readonly Evidence[];
  /** Their tracks. */
  chain: readonly Tracks[];
  /** Whether a page sensor's row of reports lacks one. */
  hasHoles: boolean;
}

export interface Views {
  of(place: Place, at: number): View;
  /** To be called when anything about consent changed. */
  forget(): void;
}

/** Views kept per document until something changes, so that a fire costs one look-up. */
export function createViews(
  documents: Documents,
  evidenceOf: (doc: Doc) => Evidence | undefined,
  trustRows: () => boolean,
): Views {
  const kept = new Map<string, View>();
  let version = documents.version;

  const look = (place: Place, at: number): View => {
    const docs = documents.around(place, at);
    const around = docs.map(evidenceOf).filter((one) => one !== undefined);
    const trust = trustRows();
    return {
      docs,
      around,
      chain: around.map((one) => one.tracks(trust)),
      hasHoles: around.some((one) => one.holes(trust).length > 0),
    };
  };

  return {
    of(place, at) {
      if (place.documentId === null) return look(place, at);
      if (version !== documents.version) {
        kept.clear();
        version = documents.version;
      }
      const known = kept.get(place.documentId);
      if (known !== undefined) return known;
      const view = look(place, at);
      kept.set(place.documentId, view);
      return view;
    },
    forget: () => kept.clear(),
  };
}
