import type { GapSignal } from '../model';
import { addressOf, isBrowsersOwn, siteOf } from './address';
import type { Clicks } from './clicks';
import type { Lost } from './lost';
import type { View } from './views';

/** A page that is left sooner than this without a click was no visit of its own: what was not watched before it was not watched after it. */
const briefMs = 3000;

export interface Watching {
  gaps: readonly GapSignal[];
  lost: Lost;
  clicks: Clicks;
}

/**
 * Says of each view whether this tab's history was watched from before it, and if not, why. The first page of a tab, a page that another
 * site led to, a page whose beginning was not seen and one behind a gap were not; a reload, a return, a tidied address and a page that
 * such a page only passed on to are no better than what they come from. `views` stand in order of time.
 */
export function markWatched(views: readonly View[], { gaps, lost, clicks }: Watching): void {
  views.forEach((view, n) => {
    const why =
      notWatched(view, views[n - 1], views.slice(Math.max(0, n - 50), n), { gaps, clicks }) ??
      lost.before(view, view.endedAt ?? Number.POSITIVE_INFINITY);
    view.watchedSince = why === null;
    if (why === null) delete view.notWatchedWhy;
    else view.notWatchedWhy = why;
  });
}

function notWatched(
  view: View,
  before: View | undefined,
  earlier: readonly View[],
  { gaps, clicks }: Omit<Watching, 'lost'>,
): string | null {
  if (!view.began) return 'its beginning was not seen';
  if (!before || isBrowsersOwn(before.url)) return firstOf(view);
  const gap = gaps.find((one) => one.at > before.at && one.fromAt < view.at);
  if (gap) return `nobody was watching just before: ${gap.why}`;
  if (view.cause === 'restore' || view.cause === 'history') return returnTo(view, earlier);
  if (siteOf(before.url) !== siteOf(view.url)) return 'another site came before it in this tab';
  if (before.watchedSince) return null;
  const same = addressOf(before.url) === addressOf(view.url);
  const brief = view.at - before.at < briefMs && !clicks.within(before.documentId, before.at, view.at);
  return same || brief ? (before.notWatchedWhy ?? 'what came before was not watched') : null;
}

function firstOf({ began, documentId, tabId }: View): string {
  if (tabId === null && documentId !== null) return 'the recording starts here';
  return began?.opened === true ? 'another page opened this tab' : 'this tab was first seen here';
}

/** Going back shows a page again: what was known of it then is known now. */
function returnTo(view: View, earlier: readonly View[]): string | null {
  const same = earlier.findLast((one) => one.doc === view.doc || one.url === view.url);
  if (!same) return 'the visitor went back to a page from before';
  return same.watchedSince ? null : (same.notWatchedWhy ?? 'what came before was not watched');
}
