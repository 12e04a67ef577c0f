import type { UserDataField } from '../model';

/** Form of a user-data value: what it looks like, never what it is. Sources: the vendors' advanced-matching pages cited in their files. */
export function formOf(value: string): string {
  if (/^[0-9a-f]{64}$/i.test(value)) return 'sha256';
  if (/^[0-9a-f]{40}$/i.test(value)) return 'sha1';
  if (/^[0-9a-f]{32}$/i.test(value)) return 'md5';
  // A SHA-256 in base64url: 43 letters, or 44 with padding.
  if (/^[A-Za-z0-9_-]{43}=?$/.test(value)) return 'base64url-sha256';
  return 'clear';
}

/** The list with one more field, unless it has it already in this form: a batch names the same person again and again. */
export function withField(fields: UserDataField[] | undefined, field: UserDataField): UserDataField[] {
  if (!fields) return [field];
  if (!fields.some(({ key, form }) => key === field.key && form === field.form)) fields.push(field);
  return fields;
}
