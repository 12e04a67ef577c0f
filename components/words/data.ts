import { many, number } from './number';

// The Data layer view.

export const data = {
  label: 'Data-layer pushes and vendor calls, newest first',
  filter: 'Filter',
  count: (shown: number, all: number) =>
    shown === all ? many(all, 'call', 'calls') : `${number(shown)} of ${many(all, 'call', 'calls')}`,
  fresh: (count: number) => `${number(count)} new`,
  none: 'Nothing was pushed to a data layer',
  noneMore: 'Pushes to dataLayer and calls of gtag, fbq, ttq and other tags appear here in order, with the fires they led to.',
  more: (count: number) => `${number(count)} more`,
  empty: 'no arguments',
} as const;
