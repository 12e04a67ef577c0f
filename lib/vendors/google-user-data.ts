import type { UserDataField } from '../model';
import { formOf } from './user-data';

/**
 * User-provided data as Google's tags send it: `tv.1~em.<hash>~pn.<hash>~fn0.<hash>~ct0.berlin`, several addresses numbered from 0. City,
 * region, postcode and country are sent in clear by design (https://support.google.com/google-ads/answer/13258081).
 */
export function googleUserData(em: string | undefined): UserDataField[] {
  if (!em) return [];
  return em.split('~').flatMap((piece) => {
    const dot = piece.indexOf('.');
    const key = piece.slice(0, dot);
    const value = piece.slice(dot + 1);
    if (dot < 1 || key === 'tv' || value === '') return [];
    return [{ key, form: /^(?:ct|rg|pc|co)\d*$/.test(key) ? 'clear' : formOf(value) }];
  });
}
