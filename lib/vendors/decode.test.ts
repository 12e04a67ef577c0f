import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vendorCases } from '../../test/helpers/vendor-tester';
import type { DecodeRequest } from '../model';
import { decode, mayBeTag, readCall, vendors } from '.';

const addresses = [
  'https://www.facebook.com/tr/?id=904417723301556&ev=Lead',
  'https://www.google-analytics.com/g/collect?v=2&tid=G-7XK2QPL9TD&en=page_view',
  'https://sst.shop.example/g/collect?v=2&tid=G-7XK2QPL9TD',
  'https://www.googleadservices.com/pagead/conversion/778899001/?label=a',
  'https://analytics.tiktok.com/api/v2/pixel',
  'https://px.ads.linkedin.com/collect?pid=1',
  'https://px.ads.linkedin.com/wa/',
  'https://www.googletagmanager.com/gtm.js?id=GTM-KX8V2QZ',
  'https://graph.facebook.com/v19.0/904417723301556/events',
  'https://gw.shop.example/events?cee=no',
  // An event of every vendor.
  ...new Map(
    vendorCases(vendors.map(({ facts }) => facts.id))
      .filter((one) => one.expect.kind === 'event')
      .map((one) => [one.vendor, one.url]),
  ).values(),
];

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('%', '%E0%A4%A', '%ff', '\ud800', '__proto__', 'constructor', 'G-ABCDEF', '2', '{', '[[['),
);
const query = fc.array(fc.tuple(text, text), { maxLength: 12 });
const bodies = fc.oneof(
  fc.string(),
  fc.json(),
  fc.constantFrom(
    '{"batch":[{"event":"Lead","context":{"pixel":{"code":"C"}}},null,7]}',
    '{"__proto__":{"polluted":1},"event":"Lead","context":{"pixel":{"code":"C"}}}',
    'en=a\r\n\r\n=\r\nen=b',
    `${'['.repeat(50_000)}`,
    `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  ),
);

describe('decode', () => {
  it('never throws, and shows every parameter of the address of what it knows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...addresses), query, fc.option(bodies, { nil: undefined }), (address, pairs, body) => {
        const extra = pairs.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&');
        const url = `${address}${address.includes('?') ? '&' : '?'}${extra}`;
        const decoded = decode({ method: body === undefined ? 'GET' : 'POST', url, ...(body === undefined ? {} : { body }) });
        if (decoded.kind === 'none') return;
        const shown = new Set(decoded.parameters.map(({ key }) => key));
        for (const [key] of new URL(url).searchParams) expect(shown).toContain(key);
      }),
      { numRuns: 3000 },
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('never throws on raw rubbish', () => {
    fc.assert(
      fc.property(fc.constantFrom(...addresses), text, fc.base64String(), (address, rubbish, bodyBase64) => {
        decode({ method: 'POST', url: `${address}&${rubbish}#${rubbish}`, bodyBase64 });
        decode({ method: 'POST', url: rubbish, body: rubbish });
        mayBeTag(rubbish);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['a 2 MB value', { url: `${addresses[0]}&x=${'a'.repeat(2_000_000)}` }],
    ['10,000 parameters', { url: `${addresses[0]}&${'k=v&'.repeat(10_000)}` }],
    ['gzip that is cut', { url: addresses[4] ?? '', bodyBase64: 'H4sIAAAAAAAA' }],
    ['gzip that claims to be huge', { url: addresses[4] ?? '', bodyBase64: 'H4sIAAAAAAAAAwMAAAAAAP///38=' }],
    ['bytes that are no text', { url: addresses[4] ?? '', bodyBase64: 'AP8=' }],
  ])('reads %s', (_name, request) => {
    expect(decode({ method: 'POST', ...request } as DecodeRequest).vendor).not.toBeNull();
  });

  it.each([
    'https://www.facebook.com.evil.example/tr/?ev=Lead',
    'https://evil.example/?u=https://www.facebook.com/tr/?id=904417723301556%26ev=Lead',
    'https://notgoogle-analytics.com/g/collect?v=1&tid=G-7XK2QPL9TD&en=x',
    'https://www.google.evil.example/pagead/1p-conversion/778899001/?label=x',
    'https://www.shop.example/tr/?id=7&ev=',
    'https://www.shop.example/tr/urunler?id=12&ev=kampanya',
    'https://www.shop.example/events?id=4',
    'https://www.shop.example/gtm.js',
    'https://www.shop.example/app.js?st=abc',
    'https://www.tiktok.com/api/v2/pixel',
    'https://www.linkedin.com/in/somebody',
    'https://www.facebook.com/sharer.php?u=x',
    'https://www.google.com/search?q=tid',
    'data:image/gif;base64,R0lGOD',
    'about:blank',
    '',
    'https://',
  ])('says none of %s', (url) => {
    expect(decode({ method: 'GET', url })).toEqual({ kind: 'none', vendor: null, events: [], parameters: [] });
  });

  it.each(['OPTIONS', 'HEAD'])('says none of %s', (method) => {
    for (const url of addresses) expect(decode({ method, url }).kind).toBe('none');
  });

  it('finds a host in any letters, with a port, a trailing dot and a name in front', () => {
    for (const host of ['WWW.Facebook.COM', 'www.facebook.com:443', 'www.facebook.com.', 'user:word@www.facebook.com']) {
      expect(decode({ method: 'GET', url: `https://${host}/tr?id=904417723301556&ev=Lead` }).vendor).toBe('meta');
    }
  });
});

describe('mayBeTag', () => {
  it.each(addresses)('does not rule out %s', (url) => {
    expect(mayBeTag(url)).toBe(true);
  });
  it.each(['https://www.shop.example/', 'https://cdn.shop.example/app.js?v=2', 'https://api.shop.example/graphql', ''])(
    'rules out %s',
    (url) => {
      expect(mayBeTag(url)).toBe(false);
    },
  );
});

describe('readCall', () => {
  it('knows only the functions vendors declare', () => {
    for (const api of vendors.flatMap((vendor) => vendor.facts.apis ?? []))
      expect(() => readCall({ api, args: [] })).not.toThrow();
    expect(readCall({ api: 'alert', args: ['track', 'Lead'] })).toBeNull();
  });
  it('reads a gtag call found on the data layer, and no plain push', () => {
    expect(readCall({ api: 'dataLayer', method: 'push', args: [['event', 'generate_lead', { send_to: 'G-1' }]] })).toMatchObject({
      vendor: 'ga4',
      kind: 'event',
      accounts: ['G-1'],
    });
    expect(readCall({ api: 'dataLayer', method: 'push', args: [{ event: 'form_sent' }] })).toBeNull();
  });
});

function encode(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    return value.replace(/[&=#+%?\ud800-\udfff]/g, '');
  }
}
