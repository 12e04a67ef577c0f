import type { VendorCall } from '../model';
import type { PageApiCall } from './kit';

/**
 * `gtag` calls of all Google products: an event goes to the accounts in `send_to`, else to all that were configured
 * (https://developers.google.com/tag-platform/gtagjs/reference). It is Google Ads' when every account it names is one of Ads', else Analytics'.
 */
export function gtagCall({ args }: PageApiCall): VendorCall | null {
  const [command, first, options] = args;
  if (command === 'consent') return { vendor: 'ga4', kind: 'consent' };
  if (command === 'config') {
    return typeof first === 'string'
      ? { vendor: productOf([first]), kind: 'init', accounts: [first] }
      : { vendor: 'ga4', kind: 'other' };
  }
  if (command === 'js' || command === 'set' || command === 'get') return { vendor: 'ga4', kind: 'other' };
  if (command !== 'event' || typeof first !== 'string') return null;
  const accounts = sendTo(options);
  const vendor = productOf(accounts);
  const own = vendor === 'ga4' ? accounts.filter((account) => !account.startsWith('AW-')) : accounts;
  return { vendor, kind: 'event', ...(own.length > 0 ? { accounts: own } : {}), event: first };
}

/** Without the label of `AW-123/abc`. */
function sendTo(options: unknown): string[] {
  if (typeof options !== 'object' || options === null) return [];
  const { send_to: target } = options as { send_to?: unknown };
  const list = Array.isArray(target) ? target : [target];
  return list.flatMap((one) => (typeof one === 'string' && one !== '' ? [one.split('/')[0] ?? one] : []));
}

function productOf(accounts: readonly string[]): string {
  return accounts.length > 0 && accounts.every((account) => account.startsWith('AW-')) ? 'google_ads' : 'ga4';
}
