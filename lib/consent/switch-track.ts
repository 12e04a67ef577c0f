import type { CallSignal, Json, VendorFacts } from '../model';
import { consentTypesOf } from './consent-commands';
import { remembered, type Track } from './step';
import type { Decision } from './tcf-decision';

/** What a site told one vendor's own library. */
interface Switch {
  /** `held`: told to wait, or a default of "denied" · `refused`: an update to "denied". */
  state: 'granted' | 'held' | 'refused';
  /** The call as its users write it. */
  words: string;
}

/**
 * The vendors' own switches, asked last: they speak for the vendor whose facts list the function (`apis`) and for nobody else. Holding
 * back is "too early" until the same switch had been on before, when it is a refusal.
 *
 * @param signals calls with a switch in them, of one document, in order of time.
 */
export function switchTrack(signals: readonly CallSignal[]): Track {
  const track: Track = { steps: [], shownAt: [], choicesAt: [], changes: [] };
  const wasOn = new Set<string>();
  const now = new Map<string, Position>();
  for (const signal of signals) {
    const found = switchOf(signal);
    if (found === null) continue;
    const refused = found.state === 'refused' || (found.state === 'held' && wasOn.has(signal.api));
    if (found.state === 'granted') wasOn.add(signal.api);
    now.set(signal.api, { found, off: refused ? 'denied' : 'pending', saidAt: signal.at });
    const state = new Map(now);
    track.steps.push({
      at: signal.at,
      seenAt: signal.at,
      signalId: signal.id,
      state: found.state === 'held' && !refused ? 'default' : 'chosen',
      stored: false,
      decide: remembered((vendor) => decide(state, vendor)),
    });
  }
  return track;
}

/** Where one switch stands. */
interface Position {
  found: Switch;
  /** What "off" means here. */
  off: 'pending' | 'denied';
  saidAt: number;
}

function decide(state: ReadonlyMap<string, Position>, vendor: VendorFacts): Decision | null {
  const api = vendor.apis?.find((one) => state.has(one));
  const entry = api === undefined ? undefined : state.get(api);
  if (entry === undefined) return null;
  const { found, off, saidAt } = entry;
  const isDefault = found.state !== 'granted' && off === 'pending';
  const base = { framework: 'vendor-switch', part: { by: isDefault ? ('default' as const) : ('chosen' as const), saidAt } };
  if (found.state === 'granted')
    return { ...base, verdict: 'granted', words: `The site told ${vendor.name} that consent was given: ${found.words}.` };
  if (off === 'denied')
    return { ...base, verdict: 'denied', words: `The site told ${vendor.name} that consent was refused: ${found.words}.` };
  return { ...base, verdict: 'pending', words: `Too early: the site told ${vendor.name} to wait for consent: ${found.words}.` };
}

/**
 * Reads a call of a vendor's consent function; `null` for any other call.
 * Meta https://developers.facebook.com/docs/meta-pixel/implementation/gdpr ·
 * UET https://github.com/segmentio/analytics.js-integrations/commit/8ab017895d940bc60996f00ecc6b24a586e5296f ·
 * TikTok https://learn.consent.studio/en/articles/12026135-tiktok-pixel-consent-api-x-consent-studio-cmp ·
 * Pinterest https://help.pinterest.com/en/business/article/install-the-pinterest-tag (`setconsent`; many sites pass the word)
 */
export function switchOf({ api, method, args }: CallSignal): Switch | null {
  const [first, second, third] = args;
  if (api === 'fbq' && first === 'consent') {
    if (second === 'grant') return { state: 'granted', words: "fbq('consent', 'grant')" };
    return second === 'revoke' ? { state: 'held', words: "fbq('consent', 'revoke')" } : null;
  }
  if (api === 'ttq') return ttqSwitch(method ?? first);
  if (api === 'pintrk' && first === 'setconsent' && (typeof second === 'boolean' || typeof second === 'string')) {
    return { state: String(second) === 'true' ? 'granted' : 'held', words: `pintrk('setconsent', ${second})` };
  }
  if (api === 'uetq' && first === 'consent') return uetSwitch(second, third);
  return null;
}

function ttqSwitch(name: Json | undefined): Switch | null {
  if (name === 'grantConsent') return { state: 'granted', words: 'ttq.grantConsent()' };
  if (name === 'revokeConsent') return { state: 'refused', words: 'ttq.revokeConsent()' };
  return name === 'holdConsent' ? { state: 'held', words: 'ttq.holdConsent()' } : null;
}

function uetSwitch(command: Json | undefined, value: Json | undefined): Switch | null {
  const state = consentTypesOf(value).ad_storage;
  if (state === undefined || (command !== 'default' && command !== 'update')) return null;
  const words = `uetq.push('consent', '${command}', { ad_storage: '${state}' })`;
  if (state === 'granted') return { state: 'granted', words };
  return { state: command === 'update' ? 'refused' : 'held', words };
}
