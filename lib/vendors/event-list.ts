import type { Decoded, DecodedEvent } from '../model';
import type { Dictionary } from './dictionary';
import { isObject, type JsonObject } from './json-reading';
import { bodyOf, type Hit, queryOf } from './kit';
import { addJson, nothingSent, type Sent } from './sent';

/** A JSON body with a list of events at its outermost: what they share is read once, and below each what it says itself. */
interface EventList {
  shared: Sent;
  /** All parameters, the members' own stamped with their number. */
  parameters: Decoded['parameters'];
  events: DecodedEvent[];
}

/** `null` when the body is no such list. `read` names one event. */
export function readEventList(
  hit: Hit,
  { dictionary, key, read }: { dictionary: Dictionary; key: string; read(item: JsonObject): DecodedEvent },
): EventList | null {
  const body = bodyOf(hit);
  const json = body.kind === 'json' ? body.json : undefined;
  const list = isObject(json) && Array.isArray(json[key]) ? json[key] : undefined;
  if (list === undefined) return null;
  const shared = queryOf(hit, dictionary);
  addJson(shared, json, 'body', key);
  const parameters = [...shared.parameters];
  const events: DecodedEvent[] = [];
  for (const item of list) {
    const own = nothingSent(dictionary, { event: events.length });
    addJson(own, item, 'body');
    for (const parameter of own.parameters) parameters.push(parameter);
    events.push(read(isObject(item) ? item : {}));
  }
  return { shared, parameters, events };
}
