import type { Fire } from '../model';
import type { Answer } from './answers';

/**
 * Errors after which it is sure that nothing left: no name, no connection, a policy of the page, a question to the cache alone. Names are Chromium's
 * (https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h) and Firefox's
 * (https://searchfox.org/mozilla-central/source/xpcom/base/ErrorList.py).
 */
const nothingLeft =
  /NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|CONNECTION_REFUSED|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|ADDRESS_INVALID|CONNECTION_TIMED_OUT|CERT_|SSL_|BLOCKED_BY_CLIENT|BLOCKED_BY_CSP|BLOCKED_BY_ADMINISTRATOR|BLOCKED_BY_PRIVATE_NETWORK|DISALLOWED_URL_SCHEME|CACHE_MISS|UNKNOWN_HOST|NS_ERROR_OFFLINE|NS_ERROR_NET_TIMEOUT|NS_ERROR_BLOCKED|NS_ERROR_CONTENT_BLOCKED|NS_ERROR_TRACKING_URI/;

/** Something in this browser, not the site, stopped it. */
export function isBlocked(error: string | undefined): boolean {
  return error !== undefined && /BLOCKED_BY_CLIENT|NS_ERROR_TRACKING_URI/.test(error);
}

/**
 * Whether a request left. An answer proves it. An error mostly proves nothing: a pixel answered with HTML ends in `ERR_BLOCKED_BY_ORB`
 * and an image in flight at a navigation in `ERR_ABORTED`, both often delivered.
 */
export function sendOutcome({ status, error }: Answer): Pick<Fire, 'outcome' | 'error'> {
  if (status !== undefined) return { outcome: 'sent' };
  if (error === undefined) return { outcome: 'unknown' };
  return { outcome: nothingLeft.test(error) ? 'not-sent' : 'unknown', error };
}

/** Whether a later copy of a request may be a retry of it. */
export function failureOf({ status, error }: Answer): 'failed' | 'unheard' | 'no' {
  if (error !== undefined && status === undefined) return 'failed';
  if (status !== undefined && status >= 500) return 'failed';
  return status === undefined ? 'unheard' : 'no';
}
