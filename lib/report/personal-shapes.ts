/**
 * Shapes of personal data that are recognised wherever they stand. Both expressions are bounded, so that a long text costs linear time.
 */
const email = /[\p{L}\p{N}._+-]{1,64}(?:@|%(?:25){0,3}40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/giu;
const phone = /(?<![\p{L}\p{N}.])(?:\+|%(?:25){0,3}2B|00|0)[1-9](?:(?:[ ()./-]|%20){0,3}\d){6,14}(?![\p{L}\p{N}])/giu;

/** Replaces e-mail addresses (percent-encoded ones as well) and telephone numbers in a text. */
export function replacePersonal(text: string, replace: (kind: 'email' | 'phone', value: string) => string): string {
  const withoutEmail = /@|%(?:25)*40/.test(text) ? text.replace(email, (found) => replace('email', found)) : text;
  return withoutEmail.replace(phone, (found) => replace('phone', found));
}

export function looksLikeEmail(value: string): boolean {
  return value.length < 400 && new RegExp(`^${email.source}$`, 'iu').test(value);
}

export function looksLikePhone(value: string): boolean {
  return value.length < 40 && new RegExp(`^${phone.source}$`, 'iu').test(value);
}

/** A SHA-256, SHA-1 or MD5 in hexadecimal, alone or in Google's `tv.1~em.…` notation. */
export function looksLikeHash(value: string): boolean {
  return /(?:^|[~.])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?:$|~)/i.test(value);
}
