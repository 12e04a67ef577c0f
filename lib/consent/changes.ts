import type { ConsentChange } from '../model';
import type { Doc, Documents } from './documents';
import { type Evidence, frameworks } from './evidence';
import { storedChoiceSince } from './in-force';
import type { Draft } from './step';

interface Timeline {
  documents: Documents;
  evidenceOf(doc: Doc): Evidence | undefined;
  trustRows: boolean;
  pageOf(documentId: string | null, at: number): string | null;
}

/** Everything the pages said about consent, ascending by when it took effect. */
export function consentChanges({ documents, evidenceOf, trustRows, pageOf }: Timeline): ConsentChange[] {
  const changes: ConsentChange[] = [];
  for (const doc of documents.all()) {
    const evidence = evidenceOf(doc);
    if (evidence === undefined) continue;
    const tracks = evidence.tracks(trustRows);
    frameworks.forEach((framework, index) => {
      let first = true;
      tracks[index]?.changes.forEach((draft, position) => {
        const isUpdate = framework === 'consent-mode' && draft.state === 'chosen';
        const since = isUpdate && first ? storedChoiceSince(chainOf(doc), draft.seenAt) : null;
        if (isUpdate) first = false;
        changes.push(
          asChange(since === null ? draft : { ...draft, stored: true, at: Math.min(since, draft.at) }, { doc, pageOf, position }),
        );
      });
    });
  }
  return changes.sort((a, b) => a.at - b.at || a.seenAt - b.seenAt || (a.id < b.id ? -1 : 1));

  function chainOf(doc: Doc) {
    const place = { tabId: doc.tabId, frameId: doc.frameId, documentId: doc.key, url: null };
    const around = documents.around(place, doc.firstAt);
    return around.map((one) => evidenceOf(one)?.tracks(trustRows)).filter((tracks) => tracks !== undefined);
  }
}

interface Where {
  doc: Doc;
  pageOf: Timeline['pageOf'];
  position: number;
}

function asChange(draft: Draft, { doc, pageOf, position }: Where): ConsentChange {
  const at = draft.at === Number.NEGATIVE_INFINITY ? (doc.startAt ?? draft.seenAt) : draft.at;
  const documentId = doc.documentId;
  return { ...draft, at, id: `${draft.signalId}:consent:${position}`, pageId: pageOf(documentId, draft.seenAt), documentId };
}
