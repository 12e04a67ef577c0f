import type { Fire } from '../model';

/**
 * True when something in this browser (an extension, a policy) stopped the request. Other browsers would have sent it, so
 * such a vendor is judged nowhere. Chromium's word: https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h
 */
export function stoppedByBlocker(fire: Fire): boolean {
  return fire.outcome === 'not-sent' && fire.error !== undefined && /BLOCKED_BY_(CLIENT|ADMINISTRATOR)/.test(fire.error);
}
