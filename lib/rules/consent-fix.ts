import type { Fire } from '../model';
import { callerWords, list } from './words';

/** Steps that make a tag wait for the choice, with this site's own names. */
export function consentFix(says: string, fires: readonly Fire[], host: string): string {
  return steps(says, fires, host)
    .map((step, n) => `${n + 1}. ${step}`)
    .join('\n');
}

function steps(says: string, fires: readonly Fire[], host: string): string[] {
  const [fire] = fires;
  if (!fire || says === 'cookieless') return [];
  if (says === 'blocked')
    return ['Switch the blocker off for this site.', 'Open the site in a private window and make no choice for a while.'];
  if (says === 'untold') {
    return [
      'Set the law your visitors are under in the settings (“jurisdiction”), if the site has no consent dialog.',
      'If it has one, open the site in a private window and record from the start.',
    ];
  }
  if (says === 'refused') return refusedSteps(fires, fire.vendorName, host);
  const events = list([...new Set(fires.map((one) => one.event))], 3);
  return [
    ...(says === 'nobody-asks' ? [`Put a consent dialog on ${host}, ahead of every tag.`] : []),
    ...waitSteps(fires, `${fire.vendorName}’s ${events}`),
    ...(fires.some((one) => one.noscript) ? [`Remove ${fire.vendorName}’s <noscript> image: no dialog can hold it back.`] : []),
    `Publish, open ${host} in a private window, and make no choice: nothing of ${fire.vendorName} may leave.`,
  ];
}

function waitSteps(fires: readonly Fire[], what: string): string[] {
  const containers = [...new Set(fires.flatMap((one) => one.caller?.container ?? []))];
  if (containers.length > 0) {
    return [
      `In Google Tag Manager, open the tag that sends ${what} in ${list(containers)}.`,
      'Under Advanced Settings, Consent Settings, choose “Require additional consent for tag to fire” and add what it needs: ad_storage for advertising, analytics_storage for measurement.',
      'Give it a trigger that also comes after the choice: the event your consent dialog pushes when the visitor has chosen.',
    ];
  }
  const callers = [...new Set(fires.flatMap((one) => callerWords(one.caller) ?? []))];
  if (callers.length > 0) {
    return [
      `Open ${list(callers, 3)}: it sends ${what}.`,
      'Load the tag only when the consent dialog says that the visitor has allowed it.',
    ];
  }
  return [
    `Find what sends ${what}: a tag in Tag Manager, a plugin, or a script of the page.`,
    'Name it in your consent dialog’s list of blocked scripts, or give the tag a consent condition in Tag Manager.',
  ];
}

function refusedSteps(fires: readonly Fire[], vendor: string, host: string): string[] {
  const events = list([...new Set(fires.map((one) => one.event))], 3);
  const unlisted = fires.some((one) => one.consent.undisclosed === true);
  return [
    ...(unlisted ? [`Add ${vendor} to the vendors of your consent tool: it never asked for ${vendor}.`] : []),
    ...waitSteps(fires, `${vendor}’s ${events}`),
    `Publish, open ${host} in a private window, and refuse everything: nothing of ${vendor} may leave.`,
  ];
}
