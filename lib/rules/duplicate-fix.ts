import type { Fire } from '../model';
import { callerWords, list } from './words';

/** Steps that leave one of several fires, with the places that send them where they are known. */
export function duplicateFix(says: string, fires: readonly Fire[]): string {
  const [fire] = fires;
  if (!fire) return '';
  return steps(says, fire, fires)
    .map((step, n) => `${n + 1}. ${step}`)
    .join('\n');
}

function steps(says: string, fire: Fire, fires: readonly Fire[]): string[] {
  const event = `${fire.vendorName}’s ${fire.event}`;
  if (says === 'both-ways') {
    return [
      `In the server container, look whether the client that takes ${event} forwards it to ${fire.account ?? 'the same account'}.`,
      'If it does, stop sending one of the two from the browser.',
    ];
  }
  if (says === 'blocked') return ['Switch the blocker off for this site.', 'Reload the page and do the same again.'];
  if (says === 'page-unknown') return ['Close other tabs of this site.', 'Record once more from a new tab.'];
  if (says === 'page-view-rewritten') {
    return [
      ...(containers(fires).length > 0
        ? [`In ${list(containers(fires))}, let the History Change trigger fire only when path or query differ from before.`]
        : [
            `Where the site sends ${event} on history changes, compare path and query with those before, and send nothing when both are equal.`,
          ]),
      'If the vendor’s own setting counts history changes, switch it off and send page views yourself.',
      `Publish, open the page, and wait: ${fire.event} must leave once.`,
    ];
  }
  const prove = says.startsWith('page')
    ? `Publish and reload the page: ${fire.event} must leave once.`
    : `Publish and send the form: ${fire.event} must leave once.`;
  return [findStep(event, fires), ...idStep(says, fire), prove];
}

function findStep(event: string, fires: readonly Fire[]): string {
  const callers = [...new Set(fires.flatMap((one) => callerWords(one.caller) ?? []))];
  const [only] = callers;
  if (callers.length > 1) return `${event} is sent from ${list(callers)}. Remove it from all but one of them.`;
  if (only !== undefined)
    return `Open ${only}: it sends ${event} twice. Look for two tags, or one tag with two triggers, and keep one.`;
  return `Find the two places that send ${event} (Tag Manager, a plugin, the page’s own code) and keep one.`;
}

function idStep(says: string, fire: Fire): string[] {
  if (fire.dedup === undefined || (says !== 'no-id' && says !== 'different-ids')) return [];
  return [
    `If both must stay, give both the same ${fire.dedup.idName}: ${fire.vendorName} folds them within ${fire.dedup.window}.`,
  ];
}

function containers(fires: readonly Fire[]): string[] {
  return [...new Set(fires.flatMap((one) => one.caller?.container ?? []))];
}
