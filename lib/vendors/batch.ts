import type { CarriedConsent, Decoded, DecodedEvent, UserDataField } from '../model';
import { parseJson, textOfBase64 } from './body';
import { isObject } from './json-reading';
import { complete, type Hit, isFirstParty } from './kit';
import { addJson, firstOf, nothingSent, type Sent, textOf } from './sent';
import { createReader, type Reading } from './simple';

/** Each message of a batch, with what the batch and the address say for all of them. */
export interface Messages<P extends string> {
  shared: Sent<P>;
  messages: Sent<P>[];
  isBatch: boolean;
}

/**
 * Messages in JSON: the value itself, a list, or a list under one of the keys. `shared` holds the address; what stands beside the list is added
 * to it, and so is a message that comes alone.
 */
export function messagesIn<P extends string>(
  shared: Sent<P>,
  json: unknown,
  { lists = [], source = 'body' }: { lists?: readonly string[]; source?: 'query' | 'body' } = {},
): Messages<P> {
  const key = isObject(json) ? lists.find((one) => Array.isArray(json[one])) : undefined;
  const list = key === undefined || !isObject(json) ? json : json[key];
  if (!Array.isArray(list)) {
    addJson(shared, json, source);
    return { shared, messages: [shared], isBatch: false };
  }
  if (key !== undefined) addJson(shared, json, source, key);
  const messages = list.map((message: unknown, event) => {
    const sent = nothingSent(shared.dictionary, { shared, event });
    addJson(sent, message, source);
    return sent;
  });
  return { shared, messages, isBatch: true };
}

type Named = Pick<DecodedEvent, 'name' | 'category'>;

/** What a batch's vendor adds to its data. */
export interface Batching<K extends string, P extends string> {
  reading: Reading<K, P>;
  /** The event of one message; `undefined` for what is none of the vendor's. */
  named(sent: Sent<P>): Named | undefined;
  /** A last look at an event. */
  finish?(event: DecodedEvent, sent: Sent<P>): void;
  consent?(sent: Sent<P>): CarriedConsent | undefined;
}

export interface Opened {
  accountId?: string | undefined;
  encoding: string;
  /** True where the host may be the site's own. */
  anyHost?: boolean;
}

/** Answers for one message or many: one entry for each. `null` when none of them is an event. */
export function createBatchAnswer<K extends string, P extends string>({ reading, named, finish, consent }: Batching<K, P>) {
  const reader = createReader(reading);
  const slotsOf = (keys: readonly K[] = []) => keys.map((key) => reading.dictionary.at[key]);
  const places = {
    account: slotsOf(reading.account),
    pageUrl: slotsOf(reading.pageUrl),
    referrer: slotsOf(reading.referrer),
    integration: slotsOf(reading.integration),
  };

  return (hit: Hit, { shared, messages }: Messages<P>, { accountId, encoding, anyHost = false }: Opened): Decoded | null => {
    const events: DecodedEvent[] = [];
    const accounts = accountId === undefined ? [] : [accountId];
    let userData: UserDataField[] | undefined;
    for (const sent of messages) {
      const said = named(sent);
      const event = said && reader.event(sent, said);
      if (!event) continue;
      finish?.(event, sent);
      events.push(event);
      userData = reader.userData(sent, userData);
      const account = accountId ?? firstText(sent, places.account);
      if (account !== undefined && !accounts.includes(account)) accounts.push(account);
    }
    if (events.length === 0) return null;
    const pageUrl = found(messages, (sent) => firstText(sent, places.pageUrl));
    const kind = events.every(({ category }) => category === 'identify') ? 'identify' : 'event';
    const parameters =
      messages.length === 1 && messages[0] === shared
        ? shared.parameters
        : shared.parameters.concat(...messages.map((sent) => (sent === shared ? [] : sent.parameters)));
    return complete(
      { kind, vendor: reading.vendor, events, parameters },
      {
        accountId: accounts[0],
        accountIds: accounts,
        encoding,
        pageUrl,
        referrer: found(messages, (sent) => firstGiven(sent, places.referrer)),
        integration: found(messages, (sent) => firstText(sent, places.integration)),
        consent: consent && found(messages, consent),
        userData,
        firstParty: anyHost ? isFirstParty(hit, pageUrl) : undefined,
        automatic: events.every(({ category }) => category === 'auto' || category === 'session_replay'),
        reason: messages.some(({ cut }) => cut) || shared.cut ? 'The body is longer than can be shown.' : undefined,
        role: 'main',
      },
    );
  };
}

function found<S, T>(list: readonly S[], read: (one: S) => T | undefined): T | undefined {
  for (const one of list) {
    const value = read(one);
    if (value !== undefined) return value;
  }
  return undefined;
}

function firstText(sent: Sent, slots: readonly number[]): string | undefined {
  return found(slots, (slot) => textOf(sent, slot));
}

/** An empty one counts: it was sent empty. */
function firstGiven(sent: Sent, slots: readonly number[]): string | undefined {
  return found(slots, (slot) => firstOf(sent, slot));
}

/** JSON in a parameter, as it stands or in base64; `undefined` for neither. */
export function jsonInText(text: string): { json: unknown; packed: boolean } | undefined {
  const start = text.charCodeAt(0);
  if (start === 0x7b || start === 0x5b) {
    const json = parseJson(text);
    return json === undefined ? undefined : { json, packed: false };
  }
  // A plus that was not escaped has become a space.
  const unpacked = textOfBase64(text.replaceAll(' ', '+'));
  const json = unpacked === null ? undefined : parseJson(unpacked);
  return typeof json === 'object' && json !== null ? { json, packed: true } : undefined;
}
