import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleFire, samplePage, sampleRequest, sampleSession } from '../../test/helpers/sample-session';
import type { Session, Signal } from '../model';
import { redact } from './redact';

function urlOf(session: Session): string {
  const signal = redact(session).signals[0];
  return signal?.kind === 'request' ? signal.url : '';
}

function withUrl(url: string): Session {
  return sampleSession({ signals: [sampleRequest({ url })] });
}

describe('what stays', () => {
  it.each([
    ['account, event and event id', 'https://www.facebook.com/tr/?id=731904458812067&ev=Lead&eid=quote-AH-1042'],
    [
      'consent parameters',
      'https://www.google-analytics.com/g/collect?v=2&tid=G-ALD3&gcs=G111&gcd=13r3r3r3r5l1&npa=0&dma=1&dma_cps=-',
    ],
    ['value and currency', 'https://www.facebook.com/tr/?id=731904458812067&ev=Lead&cd[value]=60&cd[currency]=GBP'],
    ['a path with digits', 'https://www.alder.example/quotes/20031123/2026-11-25/'],
    ['an address as a value, without parameters', 'https://www.facebook.com/tr/?dl=https%3A%2F%2Fwww.alder.example%2Fquote'],
    ['empty and short values', 'https://www.facebook.com/tr/?rl=&if=false&sw=1536&ec=0'],
  ])('%s', (_name, url) => {
    expect(urlOf(withUrl(url))).toBe(url);
  });

  it('leaves rule ids, vendors, categories, consent verdicts and instants alone', () => {
    const session = sampleSession({ findings: [sampleFinding()] });
    expect(redact(session)).toEqual(session);
  });
});

describe('what goes', () => {
  it.each([
    ['an e-mail address', 'https://a.example/?em=jane.doe%40mail.example', 'jane'],
    ['an e-mail address in a parameter of any name', 'https://a.example/?zz=jane.doe%40mail.example', 'jane'],
    ['an e-mail address in the path', 'https://a.example/u/jane.doe@mail.example/edit', 'jane'],
    [
      'an e-mail address encoded twice',
      'https://a.example/?dl=https%3A%2F%2Fb.example%2F%3Fmail%3Djane%2540mail.example',
      'jane',
    ],
    ['a telephone number', 'https://a.example/?tel=%2B44%20117%20496%200123', '496'],
    ['a telephone number in a sentence', 'https://a.example/?cd[content_name]=call%200117%20496%200123', '496'],
    ['a hash', `https://a.example/?ud[em]=${'ab12'.repeat(16)}`, 'ab12ab12'],
    ['a client id', 'https://a.example/?cid=1122334455.1789990000', '1122334455'],
    ['a click id in the address of the page', 'https://a.example/?dl=https%3A%2F%2Fb.example%2F%3Fgclid%3DCj0KCQ', 'Cj0KCQ'],
    ['free text', 'https://a.example/?cd[content_name]=Quote%20for%20Jane', 'Jane'],
    ['a name in a parameter of protocol', 'https://a.example/?ev=Jane%20Doe', 'Jane'],
    ['a long number that may be anybody', 'https://a.example/?zz=4917012345678', '49170'],
    ['a user name before the host', 'https://jane:secret@a.example/', 'jane'],
    ['parameters after the hash', 'https://a.example/#access_token=abcdef123', 'abcdef123'],
    ['parameters in the path', 'https://ad.example/activity;src=1;u1=Jane%20Doe;ord=1?', 'Jane'],
    ['JSON in a parameter', 'https://a.example/?data=%7B%22name%22%3A%22Jane%22%7D', 'Jane'],
  ])('%s', (_name, url, secret) => {
    expect(urlOf(withUrl(url))).not.toContain(secret);
  });

  it.each([
    ['JSON', '{"event":"Lead","context":{"user":{"email":"jane@mail.example","note":"Miller"}}}'],
    ['parameters', 'id=731904458812067&ev=Lead&ud%5Bem%5D=jane%40mail.example&cd%5Bnote%5D=Miller'],
    ['lines', 'en=page_view&ep.mail=jane%40mail.example\r\nen=generate_lead&ep.note=Miller'],
    [
      'parts',
      '--B\r\nContent-Disposition: form-data; name="email"\r\n\r\njane@mail.example\r\n--B\r\nContent-Disposition: form-data; name="x"\r\n\r\nMiller\r\n--B--',
    ],
    ['plain text', 'jane@mail.example Miller'],
    ['JSON that is cut off', '{"email":"jane@mail.example","n":"Miller'],
  ])('in a body of %s', (_name, text) => {
    const session = sampleSession({ signals: [sampleRequest({ method: 'POST', body: { form: 'text', text } })] });
    expect(JSON.stringify(redact(session))).not.toMatch(/jane|Miller/);
  });

  it('keeps a body decodable', () => {
    const text = '{"event":"Lead","event_id":"quote-AH-1042","properties":{"value":60,"currency":"GBP"}}';
    const session = sampleSession({ signals: [sampleRequest({ method: 'POST', body: { form: 'text', text } })] });
    expect(redact(session).signals[0]).toMatchObject({ body: { form: 'text', text } });
  });

  it('replaces in our own sentences what was replaced elsewhere', () => {
    const session = sampleSession({
      pages: [samplePage({ title: 'Thank you, Jane Doe', url: 'https://www.alder.example/thank-you?name=Jane+Doe' })],
      findings: [
        sampleFinding({
          message: 'The page "Thank you, Jane Doe" at /thank-you?name=Jane+Doe said so.',
          evidence: [{ kind: 'note', ref: 'p1', text: 'Sent content_name=Jane Doe to jane@mail.example' }],
        }),
      ],
      fires: [sampleFire({ parameters: [{ key: 'cd[content_name]', value: 'Jane Doe', source: 'query' }] })],
    });
    const shared = redact(session);
    expect(JSON.stringify(shared)).not.toMatch(/Jane|jane/);
    expect(shared.findings[0]?.message).toMatch(/^The page "redacted-text-\d+" at \/thank-you\?name=redacted-\w+-\d+ said so\.$/);
  });

  it('gives one value one token everywhere, and another value another', () => {
    const shared = urlOf(withUrl('https://a.example/?x=Jane&y=Jane&z=Joan'));
    const [x, y, z] = [...new URL(shared).searchParams.values()];
    expect(x).toBe(y);
    expect(z).not.toBe(x);
  });

  it('keeps the words of a call and of consent, not its values', () => {
    const place = sampleRequest().place;
    const signals: Signal[] = [
      { kind: 'call', id: 'c1', at: 1, place, api: 'fbq', args: ['track', 'Lead', { content_name: 'Jane Doe', value: 60 }] },
      {
        kind: 'call',
        id: 'c2',
        at: 2,
        place,
        api: 'dataLayer',
        method: 'push',
        args: [['consent', 'update', { ad_storage: 'granted' }]],
      },
      {
        kind: 'call',
        id: 'c3',
        at: 3,
        place,
        api: 'dataLayer',
        method: 'push',
        args: [{ event: 'quote_sent', user: { firstName: 'Jane' } }],
      },
      {
        kind: 'consent',
        id: 'c4',
        at: 4,
        place,
        framework: 'tcf',
        event: 'tcloaded',
        data: { tcString: 'CQabc.IAbc', eventStatus: 'tcloaded' },
      },
    ];
    const shared = redact(sampleSession({ signals })).signals;
    expect(JSON.stringify(shared)).not.toContain('Jane');
    expect(shared).toMatchObject([
      { args: ['track', 'Lead', { value: 60 }] },
      { args: [['consent', 'update', { ad_storage: 'granted' }]] },
      { args: [{ event: 'quote_sent' }] },
      { data: { tcString: 'CQabc.IAbc', eventStatus: 'tcloaded' } },
    ]);
  });
});

const letters = fc.stringMatching(/^[a-z]{5,9}$/);
const email = fc.tuple(letters, letters).map(([name, host]) => `qz${name}@${host}.example`);
const phone = fc.stringMatching(/^\+4[49]1[0-9]{9}$/);
const places = [
  'query',
  'nested',
  'body',
  'json',
  'title',
  'evidence',
  'argument',
  'parameter',
  'fragment',
  'path',
  'answer',
] as const;

function plant(secret: string, place: (typeof places)[number]): Session {
  const encoded = encodeURIComponent(secret);
  const request = (changes: Parameters<typeof sampleRequest>[0]): Session => sampleSession({ signals: [sampleRequest(changes)] });
  const signalPlace = sampleRequest().place;
  switch (place) {
    case 'query':
      return request({ url: `https://t.example/c?ev=Lead&q=${encoded}` });
    case 'nested':
      return request({ url: `https://t.example/c?dl=${encodeURIComponent(`https://a.example/?who=${encoded}`)}` });
    case 'body':
      return request({ body: { form: 'text', text: `ev=Lead&zz=${encoded}` } });
    case 'json':
      return request({ body: { form: 'text', text: JSON.stringify({ deep: [{ er: `mail ${secret} now` }] }) } });
    case 'title':
      return sampleSession({ pages: [samplePage({ title: `Thanks ${secret}` })] });
    case 'evidence':
      return sampleSession({ findings: [sampleFinding({ evidence: [{ kind: 'note', ref: 'x', text: `Saw ${secret}.` }] })] });
    case 'argument':
      return sampleSession({
        signals: [{ kind: 'call', id: 'c', at: 1, place: signalPlace, api: 'ttq', method: 'identify', args: [{ a: secret }] }],
      });
    case 'parameter':
      return sampleSession({ fires: [sampleFire({ parameters: [{ key: 'ud[em]', value: secret, source: 'query' }] })] });
    case 'fragment':
      return request({ url: `https://t.example/#/done?m=${encoded}` });
    case 'path':
      return request({ url: `https://t.example/u/${encoded}/x` });
    case 'answer':
      return sampleSession({
        signals: [
          {
            kind: 'form',
            id: 'f',
            at: 1,
            place: signalPlace,
            form: { key: 'k', instance: 0, fields: [] },
            fact: {
              event: 'after',
              shown: {
                present: true,
                visible: true,
                filled: 0,
                fillable: 1,
                invalidFields: 0,
                newText: `Thanks, we write to ${secret}`,
              },
            },
          },
        ],
      });
  }
}

describe('whatever is planted', () => {
  it('is gone, in every spelling, wherever it stood', () => {
    fc.assert(
      fc.property(fc.oneof(email, phone), fc.constantFrom(...places), (secret, place) => {
        const shared = JSON.stringify(redact(plant(secret, place)));
        const core = secret.startsWith('+') ? secret.slice(1) : (secret.split('@')[0] ?? '');
        return !shared.includes(core);
      }),
      { numRuns: 500 },
    );
  });

  it('is redacted once: a second time changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(email, phone, fc.webUrl(), fc.string({ unit: 'grapheme' })),
        fc.constantFrom(...places),
        (secret, place) => {
          const once = redact(plant(secret, place));
          expect(redact(once)).toEqual(once);
        },
      ),
      { numRuns: 300 },
    );
  });
});
