import type { VendorCall } from '../model';
import { isObject, textAt } from './json-reading';
import type { PageApiCall, Vendor } from './kit';

/** Words of a page function such as `pintrk('track', 'lead', {event_id: 'x'})`: the command stands first. */
export interface CallWords {
  vendor: string;
  /** Commands that name an account, which follows them. */
  init: readonly string[];
  /** Commands that send the event named after them. */
  track: readonly string[];
  /** Commands that are an event by themselves, and its name on the wire. */
  alone?: Readonly<Record<string, string>>;
  consent?: readonly string[];
  /** Keys of the deduplication id in an object given with the event. */
  eventId?: readonly string[];
}

/** Reads such calls; what is none of them is `null`, a known function with another command is `other`. */
export function trackCall({
  vendor,
  init,
  track,
  alone = {},
  consent = [],
  eventId = [],
}: CallWords): NonNullable<Vendor['readCall']> {
  return ({ args }: PageApiCall): VendorCall | null => {
    const [command, name, ...options] = args;
    if (typeof command !== 'string') return null;
    if (init.includes(command)) {
      const account = typeof name === 'number' ? String(name) : name;
      return { vendor, kind: 'init', ...(typeof account === 'string' ? { accounts: [account] } : {}) };
    }
    if (consent.includes(command)) return { vendor, kind: 'consent' };
    const event = track.includes(command) ? name : Object.hasOwn(alone, command) ? alone[command] : undefined;
    if (typeof event !== 'string') return { vendor, kind: 'other' };
    const id = idIn(options, eventId);
    return { vendor, kind: 'event', event, ...(id === undefined ? {} : { eventId: id }) };
  };
}

function idIn(options: readonly unknown[], keys: readonly string[]): string | undefined {
  for (const one of options) {
    if (!isObject(one)) continue;
    for (const key of keys) {
      const id = textAt(one, key);
      if (id !== undefined) return id;
    }
  }
  return undefined;
}
