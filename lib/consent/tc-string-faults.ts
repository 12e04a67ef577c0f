import type { TcStringFault } from '../model';
import { isMalformed, readTcString } from './read-tc-string';

const dayMs = 86_400_000;
/** Thirteen months of at most 31 days: the shortest span that is surely longer than thirteen months. */
const oldMs = 397 * dayMs;
/** TCF policy 4 (TCF 2.2) replaced the earlier ones on this day, https://iabeurope.eu/tcf-2-2/ */
const policy4At = Date.UTC(2023, 9, 1);
/** Strings made after 2026-02-28 must carry the disclosed-vendors segment (TCF 2.3), https://iabeurope.eu/tcf/ */
const disclosedAt = Date.UTC(2026, 2, 1);

/** What is wrong with the string itself at this instant (epoch ms), whatever it allows. Empty when nothing is. */
export function faultsOfTcString(tc: string, at: number): TcStringFault[] {
  const reading = readTcString(tc);
  if (isMalformed(reading)) return [{ code: 'malformed', words: `The consent string cannot be read: ${reading.malformed}.` }];
  const faults: TcStringFault[] = [];
  const { createdAt, policyVersion } = reading;
  if (policyVersion < 4 && createdAt >= policy4At) {
    faults.push({
      code: 'outdated-policy',
      words: `The consent string was made under policy ${policyVersion}, which ended in 2023.`,
    });
  }
  if (at - createdAt > oldMs) {
    faults.push({
      code: 'too-old',
      words: 'The consent string is older than 13 months: the visitor should have been asked again.',
    });
  }
  if (reading.disclosed === null && createdAt >= disclosedAt) {
    faults.push({
      code: 'no-disclosed-vendors',
      words:
        'The consent string does not list the vendors that were disclosed, which is mandatory for strings made since March 2026.',
    });
  }
  return faults;
}
