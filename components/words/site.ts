import { many, number } from './number';

// The Site view.

export const site = {
  label: 'Site and health',
  tags: 'Tags found',
  accounts: (count: number) => many(count, 'account', 'accounts'),
  noTags: 'No tag has fired yet.',
  fires: (count: number) => many(count, 'fire', 'fires'),
  from: (who: string) => `called from ${who}`,
  consent: 'Consent on this visit',
  noConsent: 'No consent framework has spoken.',
  unseen: 'What could not be seen',
  allSeen: 'No gap, no unread body, no unknown tag.',
  gap: (from: string, to: string) => `Not watched from ${from} to ${to}`,
  gapUntil: (to: string) => `Not watched until ${to}`,
  unreadBodies: (count: number) =>
    count === 1 ? 'One request body could not be read' : `${number(count)} request bodies could not be read`,
  unknownTag: (host: string, count: number) => `${host}, ${many(count, 'request', 'requests')}`,
  blocked: (vendor: string, count: number) => `A blocker stopped ${many(count, 'request', 'requests')} of ${vendor}`,
  blind: (names: string) => `Could not be watched: ${names}`,
  serverCopy: 'Signs of a copy sent by the server, which no browser can see',
  passes: 'Checks passed',
  noPasses: 'No check has passed yet.',
  times: (count: number) => many(count, 'time', 'times'),
  recording: 'Recording',
  kept: 'Kept',
  keptValue: (signals: number, size: string) => `${many(signals, 'signal', 'signals')}, ${size}`,
  since: 'Since',
  dropped: 'Dropped',
  droppedValue: (clock: string) => `everything before ${clock}`,
  tab: 'Tab',
  version: 'Version',
  private: 'Everything stays in this browser. Tagwitness contacts no server.',
} as const;
