import type { Fire } from '../model';

/**
 * What makes two fires the same event: vendor, account, event name, and what else makes it one conversion for its vendor
 * (label, conversion id, Floodlight type and category, UET goal). Used as a finding's key, so it holds nothing of the run.
 */
export function eventIdentity(fire: Fire): (string | null | undefined)[] {
  return [fire.vendor, fire.account, fire.event, fire.label, fire.conversionId, fire.goal];
}

/** The same as one string, for grouping. */
export function identityKey(fire: Fire): string {
  return JSON.stringify(eventIdentity(fire).map((part) => part ?? null));
}
