import type { CallSignal, Json, PageCall, VendorCall, VendorFacts } from '../model';
import { isBodyReport } from './bodies';
import type { Drafted } from './fires';
import { addTo, firstFrom } from './order';
import type { Laid } from './page-of';

export interface CallInput {
  /** In order of time. */
  signals: readonly CallSignal[];
  readCall(call: { api: string; method?: string; args: Json[] }): VendorCall | null;
  layTo(signal: CallSignal): Laid;
  factsOf(vendor: string): VendorFacts | undefined;
}

/** A request leaves this long after its call at most: libraries wait to send several at once. */
const leavesWithinMs = 5000;
const skewMs = 50;

/** Calls of page APIs in order of time, those of tags we do not know included. Sends whose body only the page can read are no calls of a tag. */
export function callsOf({ signals, readCall, layTo }: CallInput): (PageCall & { kind?: VendorCall['kind'] })[] {
  return signals.flatMap((signal) => {
    const read = readCall(signal);
    const pushed = signal.api === 'dataLayer' ? pushedEvent(signal.args) : undefined;
    if (isBodyReport(signal)) return [];
    const event = read?.event ?? pushed;
    return [
      {
        id: signal.id,
        at: signal.at,
        pageId: layTo(signal).view?.id ?? null,
        api: signal.api,
        words: wordsOf(signal, pushed),
        ...(read ? { vendor: read.vendor, kind: read.kind } : {}),
        ...(read?.accounts ? { accounts: read.accounts } : {}),
        ...(event === undefined ? {} : { event }),
        ...(read?.eventId === undefined ? {} : { eventId: read.eventId }),
        fires: [],
        ...(signal.caller ? { caller: signal.caller } : {}),
        ...(signal.queued === true ? { queued: true } : {}),
      },
    ];
  });
}

/**
 * Ties fires to the calls they came of: same vendor, event (or the name the vendor's library sends it under), account and event id, at most a
 * few seconds later. One call leads to one fire per account; the earliest call that has none yet is taken.
 */
export function tieCalls(
  fires: readonly Drafted[],
  calls: readonly (PageCall & { kind?: VendorCall['kind'] })[],
  factsOf: CallInput['factsOf'],
): void {
  const byVendor = new Map<string, PageCall[]>();
  for (const call of calls) {
    if (call.vendor !== undefined && call.kind === 'event') addTo(byVendor, call.vendor, call);
  }
  const used = new Set<string>();
  for (const { fire } of fires) {
    const own = byVendor.get(fire.vendor);
    if (!own) continue;
    const aliases = factsOf(fire.vendor)?.aliases ?? {};
    for (let n = firstFrom(own, fire.at - leavesWithinMs); n < own.length; n++) {
      const call = own[n];
      if (!call || call.at > fire.at + skewMs) break;
      const key = `${call.id}\n${fire.account}`;
      if (used.has(key) || !fits(call, fire, aliases)) continue;
      used.add(key);
      call.fires.push(fire.id);
      fire.callId = call.id;
      if (call.caller) fire.caller = call.caller;
      break;
    }
  }
}

function fits(call: PageCall, fire: Drafted['fire'], aliases: Readonly<Record<string, string[]>>): boolean {
  if (call.event === undefined) return false;
  if (call.event !== fire.event && !aliases[call.event]?.includes(fire.event)) return false;
  if (call.accounts && fire.account !== null && !call.accounts.includes(fire.account)) return false;
  if (call.eventId !== undefined && fire.eventId !== undefined && call.eventId !== fire.eventId) return false;
  return call.pageId === null || fire.pageId === null || call.pageId === fire.pageId;
}

/** Name of an event in a data-layer push; a `gtag` command has none. */
function pushedEvent(args: readonly Json[]): string | undefined {
  const [pushed] = args;
  if (typeof pushed !== 'object' || pushed === null || Array.isArray(pushed)) return undefined;
  return typeof pushed.event === 'string' ? pushed.event : undefined;
}

/** A click that Tag Manager reports to its own triggers (https://support.google.com/tagmanager/answer/7679320). */
export function isClickEvent(signal: CallSignal): boolean {
  const event = signal.api === 'dataLayer' ? pushedEvent(signal.args) : undefined;
  return event === 'gtm.click' || event === 'gtm.linkClick';
}

/** The call as a person would write it, at most 120 characters. */
function wordsOf({ api, method, args }: CallSignal, pushed: string | undefined): string {
  if (pushed !== undefined) return `event: ${pushed}`.slice(0, 120);
  const [command] = args;
  const gtag = api === 'dataLayer' && Array.isArray(command);
  const name = gtag ? 'gtag' : method === undefined ? api : `${api}.${method}`;
  const words = `${name}(${(gtag ? command : args).map(written).join(', ')})`;
  return words.length > 120 ? `${words.slice(0, 119)}…` : words;
}

function written(value: Json): string {
  if (typeof value === 'string') return `'${value}'`;
  return JSON.stringify(value);
}
