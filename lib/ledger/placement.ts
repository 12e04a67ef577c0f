import type { Placement, Settings } from '../model';
import { addressOf } from './address';
import type { Clicks } from './clicks';
import { confirmationOf } from './confirmation';
import type { Drafted } from './fires';
import { identityOf } from './lead-like';
import { type Lost, lostOnTheWay } from './lost';
import { addTo, firstFrom } from './order';
import { skewMs } from './outcome';
import type { Sent } from './submissions';
import type { View } from './views';

/** Where a lead was counted, and why we say so. */
export interface Placed {
  placement: Placement;
  basis: string;
  submission?: Sent;
  /** What was lost of the evidence that would have decided it. */
  lost?: string;
}

export interface PlacementInput {
  views: readonly View[];
  /** In order of start. */
  submissions: readonly Sent[];
  settings: Settings;
  clicks: Clicks;
  lost: Lost;
}

/** A failed attempt, or one whose answer nobody saw, has leads for this long. */
const concernsMs = 10_000;
/** A page that goes on by itself after a longer time was one to stay on. */
const passingMs = 10_000;

/**
 * Places fires one after another in order of time, since a revisit is one only when the lead was counted before. The order of the
 * questions is that of the verdicts: on an invalid attempt, at the submit, after acceptance, on a second visit, on a confirmation page
 * without a submission, on a click, anywhere else.
 */
export function createPlacement({ views, submissions, settings, clicks, lost }: PlacementInput): (drafted: Drafted) => Placed {
  /** The view on which each submission's lead was first counted, by event. */
  const counted = new Map<Sent, Map<string, string>>();
  const ledTo = new Map<string, Sent>();
  const byAddress = new Map<string, Sent[]>();
  const fromView = new Map<string, Sent[]>();
  for (const one of submissions) {
    addTo(fromView, one.fromPageId, one);
    if (!one.to || (one.outcome !== 'accepted' && one.outcome !== 'unknown')) continue;
    if (one.outcome === 'accepted') for (const view of chainFrom(one.to, views, clicks)) ledTo.set(view.id, one);
    addTo(byAddress, addressOf(one.to.url), one);
  }

  return (drafted) => {
    const placed = place(drafted);
    if (placed.submission && placed.placement !== 'on-invalid') {
      const had = counted.get(placed.submission) ?? new Map<string, string>();
      const identity = identityOf(drafted.fire);
      had.set(identity, had.get(identity) ?? drafted.view?.id ?? '');
      counted.set(placed.submission, had);
    }
    return placed;
  };

  function place({ fire, view, documentId }: Drafted): Placed {
    if (view) {
      const placed =
        onAttempt(fire.at, view) ?? afterAcceptance(fire.at, view) ?? onSecondVisit(fire, view) ?? onConfirmation(view);
      if (placed) return placed;
    }
    if (clicks.before(documentId, fire.at)) {
      return { placement: 'on-click', basis: 'a click on something that is no form came just before it' };
    }
    if (!view) return { placement: 'off-confirmation', basis: 'which page sent it cannot be told' };
    const open = unsettled(fire.at, view);
    const missing = lost.before(view, fire.at);
    if (missing !== null) return untold(missing);
    if (open) {
      return {
        placement: 'off-confirmation',
        basis: `it may belong to a form whose outcome is unknown: ${open.basis}`,
        // Only a submission of this view, or one that led to it, is sure enough to hang the lead under.
        ...(open.from === view || open.to === view ? { submission: open } : {}),
      };
    }
    return {
      placement: 'off-confirmation',
      basis: 'no submission, no confirmation page and no click that would explain it was seen',
    };
  }

  /** A submission of unknown outcome that a lead on this view may belong to. */
  function unsettled(at: number, view: View): Sent | undefined {
    const here = fromView.get(view.id)?.findLast((one) => one.startedAt <= at);
    const before = view.fromPageId === undefined ? undefined : fromView.get(view.fromPageId)?.at(-1);
    const led = before && (before.to === view || (!before.to && !view.forms.some((form) => !form.siteWide)));
    return [here, led ? before : undefined].find((one) => one?.outcome === 'unknown');
  }

  /** The attempt that was under way, or had failed. */
  function onAttempt(at: number, view: View): Placed | null {
    const latest = latestBefore(at, view);
    if (!latest) return null;
    const answered = answerOf(latest);
    if (latest.outcome === 'invalid') {
      if (latest.fromPageId !== view.id || at - latest.startedAt > concernsMs) return null;
      return { placement: 'on-invalid', basis: `its submission did not leave: ${latest.basis}`, submission: latest };
    }
    if (
      latest.fromPageId === view.id &&
      (answered === undefined ? at - latest.startedAt <= concernsMs : at < answered - skewMs)
    ) {
      return { placement: 'at-submit', basis: 'the form had been sent and its answer was not there yet', submission: latest };
    }
    if (latest.outcome !== 'rejected' || at - Math.max(answered ?? 0, view.at) > concernsMs) return null;
    return { placement: 'on-invalid', basis: `its submission was rejected: ${latest.basis}`, submission: latest };
  }

  /** The latest attempt on this view, or that led to it without success. */
  function latestBefore(at: number, view: View): Sent | undefined {
    const here = fromView.get(view.id)?.findLast((one) => one.startedAt - skewMs <= at);
    if (here) return here;
    return submissionsTo(view)?.findLast((one) => one.outcome === 'rejected');
  }

  function submissionsTo(view: View): Sent[] | undefined {
    return view.fromPageId === undefined ? undefined : fromView.get(view.fromPageId)?.filter((one) => one.to === view);
  }

  function afterAcceptance(at: number, view: View): Placed | null {
    const here = fromView.get(view.id)?.findLast((one) => one.outcome === 'accepted' && at >= (answerOf(one) ?? 0) - skewMs);
    const led = ledTo.get(view.id);
    const submission = here && (!led || here.startedAt > led.startedAt) ? here : (led ?? here);
    if (!submission) return null;
    // A form sent since, whose outcome is unknown, may be what the lead belongs to.
    // So may one of which nothing was seen.
    if (submission === here && lost.between(view, answerOf(here) ?? here.startedAt, at)) return untold(lostOnTheWay);
    if ((unsettled(at, view)?.startedAt ?? Number.NEGATIVE_INFINITY) > submission.startedAt) return null;
    return {
      placement: 'after-acceptance',
      basis: `after the answer to an accepted submission: ${submission.basis}`,
      submission,
    };
  }

  /** The page an accepted submission, or one of unknown outcome, led to, shown once more. A lead that it never had is not counted twice. */
  function onSecondVisit(fire: Drafted['fire'], view: View): Placed | null {
    const before = byAddress.get(addressOf(view.url))?.findLast((one) => (one.to?.at ?? 0) < view.at);
    if (!before || view.forms.some((form) => form.key === before.formId)) return null;
    const countedOn = counted.get(before)?.get(identityOf(fire));
    // A repeat on the view that counted it first is a duplicate, not another visit.
    if (countedOn !== undefined && countedOn !== view.id) {
      const how = view.cause === 'reload' ? 'reloaded' : view.cause === 'commit' ? 'opened again' : 'shown again';
      return { placement: 'revisit', basis: `the page was ${how}, and its submission already had this lead`, submission: before };
    }
    if (before.outcome === 'unknown') {
      const basis = `it may belong to a form whose outcome is unknown: ${before.basis}`;
      return { placement: 'off-confirmation', basis, submission: before };
    }
    return {
      placement: 'after-acceptance',
      basis: 'the first lead of a submission, counted when its page was shown again',
      submission: before,
    };
  }

  function onConfirmation(view: View): Placed | null {
    const confirmation = view.confirmation?.basis === 'submission' ? confirmationOf(view, false, settings) : view.confirmation;
    if (!confirmation) return null;
    const before = view.fromPageId === undefined ? undefined : fromView.get(view.fromPageId);
    const own = fromView.get(view.id);
    if ([...(before ?? []), ...(own ?? [])].some((one) => one.outcome === 'unknown' || one.outcome === 'accepted')) return null;
    return { placement: 'confirmation-without-submission', basis: `${confirmation.words}, and no submission led here` };
  }
}

function untold(lost: string): Placed {
  return { placement: 'off-confirmation', basis: `where it was counted cannot be told: ${lost}`, lost };
}

/** The instant from which a submission's outcome stands; without an answer, when the page showed it. */
function answerOf({ answeredAt, settledAt }: Sent): number | undefined {
  return answeredAt ?? settledAt;
}

/** A view, those it passed its visitor on to by itself, and those whose address was only tidied. */
export function chainFrom(first: View, views: readonly View[], clicks: Clicks): View[] {
  const chain = [first];
  for (let n = firstFrom(views, first.at); n < views.length; n++) {
    const view = views[n];
    const before = chain.at(-1);
    if (!view || !before) break;
    if (view.fromPageId !== before.id) {
      if (view.at > before.at) break;
      continue;
    }
    if (view.forms.some((form) => !form.siteWide) || !(isTidied(before, view) || passedOn(before, view, clicks))) break;
    chain.push(view);
  }
  return chain;
}

function isTidied(before: View, view: View): boolean {
  return view.cause === 'route' && addressOf(view.url) === addressOf(before.url);
}

/** The browser says so of a document; of a route nobody does, so neither a click nor the back button may have asked for it. */
function passedOn(before: View, { at, cause, began }: View, clicks: Clicks): boolean {
  if (at - before.at > passingMs) return false;
  if (cause === 'route') return began?.route !== 'traverse' && !clicks.within(before.documentId, before.at, at);
  return began?.qualifiers?.includes('client_redirect') === true;
}
