import { many, number } from './number';

// What frames every view: header, tabs, the state of the site, notices, shortcuts.

export const header = {
  tools: 'Recording',
  noSite: 'No page',
  recording: 'Recording',
  paused: 'Paused',
  since: (clock: string) => `since ${clock}`,
  notYet: 'nothing recorded yet',
  pause: 'Pause recording',
  resume: 'Resume recording',
  clear: 'Clear the list',
  export: 'Export the session as JSON',
  lock: 'Stay with this tab',
  unlock: 'Follow the active tab',
  openInTab: 'Open in a tab',
  locked: 'locked to this tab',
  follows: 'follows the active tab',
  keys: 'Keyboard shortcuts',
  consentNow: 'Consent in force now',
} as const;

export const consentNow = {
  shown: 'Consent: being asked',
  chosen: 'Consent: chosen',
  granted: 'Consent: granted',
  denied: 'Consent: refused',
  mixed: 'Consent: in part',
  default: 'Consent: site default',
  'not-applicable': 'Consent: not required',
  unreadable: 'Consent: cannot be read',
  none: 'Consent: not known',
} as const;

export const tabs = { label: 'Views', problems: 'Problems', fires: 'Fires', data: 'Data layer', site: 'Site' } as const;

export const verdict = {
  label: 'State of this site',
  toProblems: 'Show the problems',
  clean: (fires: number) =>
    fires === 1 ? 'Nothing is wrong with the one fire seen' : `Nothing is wrong in ${number(fires)} fires`,
  untold: (count: number) =>
    count === 1
      ? 'No fault was seen, and one thing cannot be told'
      : `No fault was seen, and ${number(count)} things cannot be told`,
  noFires: 'No advertising tag has fired on this page',
  noFiresMore: 'The page is watched. What fires from now on is listed at once.',
  nothing: 'Nothing recorded yet',
  nothingMore: 'Use the site as a visitor would.',
  reload: 'This page cannot be judged yet',
  reloadMore: 'It was open before Tagwitness started watching.',
  notAllowed: 'No extension may look at this page',
  noTab: 'There is no page to look at',
  stopped: 'New fires are not kept',
  stoppedMore: 'What is listed here is safe.',
  counts: (views: number, submissions: number, fires: number, accounts: number) =>
    [
      many(views, 'view', 'views'),
      many(submissions, 'submission', 'submissions'),
      `${many(fires, 'fire', 'fires')} of ${many(accounts, 'account', 'accounts')}`,
    ].join(', '),
} as const;

export const severity = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  unknown: 'cannot be told',
  crashed: 'not checked',
} as const;

export const notices = {
  label: 'Notices',
  blocked: (vendors: string) => `A blocker in this browser stops ${vendors}.`,
  blockedMore: 'What is listed is incomplete. Switch the blocker off for this site and reload.',
  paused: 'Recording is paused.',
  pausedMore: 'What happens on the page is not recorded.',
  stored: 'New fires are not kept.',
  reload: 'Fires from before were not seen.',
  reloadMore: 'Reload to see the whole visit.',
  clear: (fires: number) => `Clear ${many(fires, 'fire', 'fires')}?`,
  clearMore: 'They are deleted for good. Export first if you want to keep them.',
  clearYes: 'Clear',
  clearNo: 'Keep',
  exportFirst: 'Export',
  resume: 'Resume',
  reloadDo: 'Reload',
  copied: 'Copied',
  failed: (what: string, message: string) => `${what} did not work: ${message}`,
  dismiss: 'Dismiss',
  what: {
    copy: 'Copying',
    export: 'Exporting',
    pause: 'Pausing',
    resume: 'Resuming',
    clear: 'Clearing',
    reload: 'Reloading',
    lock: 'Locking',
    openInTab: 'Opening a tab',
    openSource: 'Opening the script',
  },
} as const;

export const error = {
  title: 'This view could not be drawn',
  body: 'Recording goes on and nothing is lost. Try again; if it happens again, copy the details and report them.',
  retry: 'Try again',
  copy: 'Copy the details',
} as const;

export const keys = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  on: 'Single keys work while the panel has the focus',
  rows: [
    ['1 2 3 4', 'Problems, Fires, Data layer, Site'],
    ['↑ ↓  or  K J', 'previous, next row'],
    ['← →', 'fold, unfold a page'],
    ['Enter', 'open the row'],
    ['Esc', 'back to the row; in the filter, clear it'],
    ['/', 'filter'],
    ['N', 'show the new fires'],
    ['P', 'pause, resume'],
    ['E', 'export'],
    ['C', 'copy what is open'],
    ['?', 'this list'],
  ] as [string, string][],
} as const;
