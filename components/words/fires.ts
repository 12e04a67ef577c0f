import { many, number } from './number';

// The Fires view, and the short words of its rows.

export const fires = {
  label: 'Fires and what led to them, newest first',
  filter: 'Filter',
  filterHint: 'vendor:meta  event:lead  -consent:allowed',
  clearFilter: 'Clear the filter',
  show: 'Show',
  all: 'All',
  only: 'Fires',
  leads: 'Leads',
  count: (shown: number, all: number) =>
    shown === all ? many(all, 'fire', 'fires') : `${number(shown)} of ${many(all, 'fire', 'fires')}`,
  fresh: (count: number) => `${number(count)} new`,
  freshMore: (count: number) => `Show ${many(count, 'new fire', 'new fires')} (N)`,
  noMatch: 'Nothing matches this filter',
  noMatchMore:
    'Words are searched in everything. Narrow with vendor:, event:, consent:, account:, page:, id:, rule: or is:, and put - before a word to leave it out.',
  noLeads: 'No lead has been counted',
  noLeadsMore: 'Send the form once. Every account that counts it appears here.',
  noId: 'no id',
  dropped: (clock: string) => `What happened before ${clock} was dropped to make room.`,
  noPage: 'Page cannot be told',
  view: (number: number) => `view ${number}`,
  cause: { commit: '', reload: 'reload', history: 'back or forward', restore: 'restored', route: 'route' },
  afterSubmission: (number: number) => `after submission ${number}`,
  inGroup: (fires: number) => (fires === 0 ? 'no fires' : many(fires, 'fire', 'fires')),
  submission: (number: number, outcome: 'accepted' | 'rejected' | 'invalid' | 'unknown') =>
    ({
      accepted: `Submission ${number} accepted`,
      rejected: `Submission ${number} rejected`,
      invalid: `Submission ${number} stopped by the form`,
      unknown: `Submission ${number}, outcome cannot be told`,
    })[outcome],
  gap: (why: string) => `Not watched: ${why}`,
  ledTo: (count: number) => `led to ${many(count, 'fire', 'fires')}`,
  queued: 'from the queue',
  early: (clock: string) => `choice ${clock} later`,
} as const;

export const consent = {
  granted: 'allowed',
  denied: 'refused',
  pending: 'too early',
  'not-required': 'not required',
  unknown: 'unknown',
  limited: 'no cookies',
  unneeded: 'not needed',
} as const;

export const placement = {
  'on-invalid': 'not sent',
  'at-submit': 'at submit',
  'after-acceptance': 'after acceptance',
  revisit: 'revisit',
  'confirmation-without-submission': 'no submission',
  'on-click': 'on a click',
  'off-confirmation': 'wrong page',
} as const;

/** Short words for a row, by rule id; a rule without one shows its severity. */
export const flags = {
  'lead-off-confirmation': 'wrong page',
  'lead-before-acceptance': 'before the answer',
  'lead-on-revisit': 'revisit',
  'lead-without-submission': 'no submission',
  'lead-on-click': 'on a click',
  'lead-missing': 'missing',
  'event-id-reused': 'id reused',
  'event-id-missing': 'no id',
  'consent-contradiction': 'says otherwise',
  'consent-default-late': 'default late',
  'missing-parameter': 'parameter missing',
  'invalid-parameter': 'wrong value',
  'nonstandard-event': 'wrong name',
  'personal-data-in-clear': 'personal data',
  'request-failed': 'failed',
  'secret-in-request': 'secret',
  'double-install': 'installed twice',
} as Record<string, string>;

export const flag = {
  times: (count: number) => `${count}×`,
  timesMore: (count: number) => `${count}× the same event`,
  notSent: 'not sent',
  automatic: 'automatic',
  more: (count: number) => `+${count}`,
} as const;
