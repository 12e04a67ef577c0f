import type { ConsentChange, FireConsent, Settings, Signal } from '../model';
import { consentChanges } from './changes';
import { createChoices } from './choices';
import type { ConsentQuery } from './consent-query';
import { type Doc, Documents } from './documents';
import { Evidence } from './evidence';
import { createJudge } from './judge';
import { createViews } from './views';

/** The consent of a session: signals in, a verdict per fire and a timeline out. */
export interface Consent {
  /**
   * Takes any signal, in any order; the same twice is the same as once. Push them all: those without a word on consent still
   * tell whether a page sensor's row of reports is whole. True when a verdict or the timeline may have changed.
   */
  push(signal: Signal): boolean;
  /** The timeline, ascending by `at`. `pageOf` names the view a document showed at an instant. */
  changes(pageOf: (documentId: string | null, at: number) => string | null): ConsentChange[];
  /** Consent of one fire at its instant in its frame. Amortised by a look-up per vendor and choice. */
  verdict(query: ConsentQuery): FireConsent & { limited: boolean };
}

/**
 * Decides per fire as the page's frameworks do: TCF (with Additional Consent), GPP, the consent tool's own categories, Google Consent
 * Mode, the vendor's own switch; the first that speaks for this vendor at this instant, in the fire's document or one around it. Consent
 * Mode speaks for vendors whose facts list its types, switches for the vendor whose function they are. See `inForce` for
 * precedence, the tracks for what counts as a choice and since when. Where the page said nothing at all the hit's own consent is the basis, and where that is
 * silent too, the settings' jurisdiction: `eu` keeps every fire too early, `us` and `none` need no choice, `auto` cannot tell.
 *
 * `us` and `none` also lift "too early" (no choice is needed before a fire), never a refusal: who said no is not asked by law alone.
 */
export function createConsent({ jurisdiction }: { jurisdiction: NonNullable<Settings['jurisdiction']> }): Consent {
  const documents = new Documents();
  const evidence = new Map<Doc, Evidence>();
  /** Once requests come, every signal does: then a number missing in a sensor's row is a lost report. */
  let trustRows = false;

  const evidenceOf = (doc: Doc): Evidence => {
    const known = evidence.get(doc) ?? new Evidence(doc);
    evidence.set(doc, known);
    return known;
  };

  let spoken = false;
  const choices = createChoices(documents, (doc) => evidence.get(doc)?.tracks(trustRows));
  const views = createViews(
    documents,
    (doc) => evidence.get(doc),
    () => trustRows,
  );
  const judge = createJudge({
    jurisdiction,
    views,
    hasSpoken: () => spoken,
    choiceElsewhere: (docs, at) => choices.elsewhere(docs, at),
  });

  return {
    push(signal) {
      if (signal.kind === 'request') {
        if (trustRows) return false;
        trustRows = true;
        for (const one of evidence.values()) one.stale();
        views.forget();
        return spoken;
      }
      if (signal.kind === 'response' || signal.kind === 'gap') return false;
      const doc = documents.note(signal.place, signal.at);
      let mattered = false;
      if (signal.sequence !== undefined && evidenceOf(doc).noteSequence(signal.sequence, signal.at)) mattered = true;
      if (signal.kind === 'page' && signal.event === 'commit' && documents.started(doc, signal.at)) {
        evidence.get(doc)?.stale();
        mattered = true;
      }
      if ((signal.kind === 'consent' || signal.kind === 'call') && evidenceOf(doc).add(signal)) {
        spoken = true;
        mattered = true;
      }
      if (mattered) {
        choices.forget();
        views.forget();
      }
      return mattered;
    },
    changes: (pageOf) => consentChanges({ documents, evidenceOf: (doc) => evidence.get(doc), trustRows, pageOf }),
    verdict: judge,
  };
}
