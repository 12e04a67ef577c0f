import type { Fire, Json, Parameter } from '../../lib/model';

const dots = '•••••';
const email = /[A-Z0-9._%+-]+(?:@|%40)[A-Z0-9.-]+\.[A-Z]{2,}/gi;
const hash = /^[a-f0-9]{32}$|^[a-f0-9]{40}$|^[a-f0-9]{64}$/i;
const personalKey =
  /(?:^|[_.\-[\]])(?:e-?mail|mail|em|ph|phone|tel(?:efon)?|fn|ln|(?:first|last|full)[_-]?name|vorname|nachname|street|strasse|address|ct|zp|zip|plz|db|dob|birth(?:day|date)?|external_id)(?:$|[_.\-[\]])/i;

/** The value with its middle hidden; the first letters stay so that two values can still be told apart. */
export function masked(value: string): string {
  if (value === '') return value;
  if (hash.test(value)) return `${value.slice(0, 6)}${dots}`;
  const at = value.indexOf('@');
  if (at > 0) return `${value.slice(0, 1)}${dots}${value.slice(value.lastIndexOf('.'))}`;
  return value.length < 6 ? dots : `${value.slice(0, 2)}${dots}`;
}

/** True when a value under this name, or the value itself, tells who somebody is. */
export function isPersonal(key: string, value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return false;
  return value !== null && (personalKey.test(key) || (typeof value === 'string' && value.search(email) >= 0));
}

/** True when a value, or anything inside it, would be shown masked. */
export function hidesAnything(value: Json, key = ''): boolean {
  if (value === null || typeof value !== 'object') return isPersonal(key, value);
  return Object.entries(value).some(([name, inner]) => hidesAnything(inner, name));
}

/** True for a parameter of a fire that says who the visitor is. */
export function isPersonalParameter(fire: Fire, parameter: Parameter): boolean {
  if (parameter.value === '') return false;
  if (parameter.group === 'user') return true;
  const last = parameter.key.replace(/\]$/, '').split(/[[.]/).pop();
  return fire.userData.some((field) => field.key === last) || isPersonal(parameter.key, parameter.value);
}

/** Any text with the given values, as they are and as a URL encodes them, and every e-mail address hidden. */
export function maskedText(text: string, secrets: readonly string[]): string {
  let result = text;
  for (const secret of secrets) {
    if (secret.length < 3) continue;
    for (const form of new Set([secret, encodeURIComponent(secret), encodeURIComponent(secret).replaceAll('%20', '+')])) {
      result = result.replaceAll(form, masked(secret));
    }
  }
  return result.replace(email, (found) => masked(found.replace('%40', '@')));
}

/** Values of a fire that are to be hidden wherever they occur. Longest first, so that none is cut by a shorter one. */
export function secretsOf(fire: Fire): string[] {
  const values = fire.parameters.filter((parameter) => isPersonalParameter(fire, parameter)).map((parameter) => parameter.value);
  return [...new Set(values)].sort((a, b) => b.length - a.length);
}
