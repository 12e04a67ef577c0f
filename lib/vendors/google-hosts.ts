/** `www.google.<country>` as a host index entry stands for all of Google's country domains. */
export const googleCountryHosts = 'www.google.*';

/** True for `www.google.com`, `www.google.de`, `www.google.co.uk`, `www.google.com.br`; not for a look-alike below another domain. */
export function isGoogleCountryHost(host: string): boolean {
  return host.startsWith('www.google.') && /^www\.google\.(?:com|cat|[a-z]{2}|com?\.[a-z]{2})$/.test(host);
}
