/** Reads of JSON whose shape is not trusted. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at a path; an empty one when there is none. */
export function objectAt(json: unknown, ...path: readonly string[]): JsonObject {
  let at = json;
  for (const key of path) at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return isObject(at) ? at : {};
}

/** Text or number at a key, as text; `undefined` when it is missing, empty or something else. */
export function textAt(json: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(json, key) ? json[key] : undefined;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The same with "" kept: "sent empty" is not "not sent". */
export function sentText(json: JsonObject, key: string): string | undefined {
  return json[key] === '' ? '' : textAt(json, key);
}
