import { describe, expect, it } from 'vitest';
import { fakeVendors, hit } from '../../test/helpers/fake-vendors';
import { aForm, createVisit, type Visit } from '../../test/helpers/signal-builders';
import { emptySettings } from '../model';
import { createLedger } from './create-ledger';

const site = 'https://www.lichtdach.example';
const form = aForm();

function derived(tell: (visit: Visit) => void, visit = createVisit()) {
  tell(visit);
  const ledger = createLedger({ settings: emptySettings, ...fakeVendors });
  for (const signal of visit.signals) ledger.push(signal);
  return ledger.derive();
}

describe('views', () => {
  it.each<[string, (visit: Visit) => void, string[]]>([
    ['a commit', (v) => v.open(`${site}/`), ['commit /']],
    ['a reload', (v) => [v.open(`${site}/`), v.wait(2000).reload()], ['commit /', 'reload /']],
    [
      'going back',
      (v) => [
        v.open(`${site}/a`),
        v.wait(2000).open(`${site}/b`),
        v.wait(2000).open(`${site}/a`, { qualifiers: ['forward_back'] }),
      ],
      ['commit /a', 'commit /b', 'history /a'],
    ],
    [
      'a return from the back/forward cache',
      (v) => {
        const a = v.open(`${site}/a`);
        v.wait(2000).open(`${site}/b`);
        v.wait(2000).restore(a);
      },
      ['commit /a', 'commit /b', 'restore /a'],
    ],
    ['a route', (v) => [v.open(`${site}/a`), v.wait(2000).route(`${site}/b`)], ['commit /a', 'route /b']],
    ['a push to the same address', (v) => [v.open(`${site}/a`), v.wait(2000).route(`${site}/a`)], ['commit /a', 'route /a']],
    ['a replaced state', (v) => [v.open(`${site}/a`), v.wait(2000).route(`${site}/a`, 'replace')], ['commit /a']],
    ['a replaced query', (v) => [v.open(`${site}/a?x=1`), v.wait(2000).route(`${site}/a`, 'replace')], ['commit /a', 'route /a']],
    ['a fragment', (v) => [v.open(`${site}/a`), v.wait(2000).route(`${site}/a#b`, 'fragment')], ['commit /a']],
    [
      'a fragment that a router reads',
      (v) => [v.open(`${site}/#/a`), v.wait(2000).route(`${site}/#/b`, 'fragment')],
      ['commit /', 'route /'],
    ],
    [
      'a route that only the browser told',
      (v) => {
        v.open(`${site}/a`);
        v.add({
          kind: 'page',
          id: 'nav',
          at: v.now + 2000,
          place: { ...v.doc.place, url: `${site}/b` },
          event: 'route',
          url: `${site}/b`,
        });
      },
      ['commit /a', 'route /b'],
    ],
    [
      'a page that was prepared in advance and shown',
      (v) => {
        v.open(`${site}/a`);
        const place = { tabId: 1, frameId: 5, documentId: 'pre', url: `${site}/b`, lifecycle: 'prerender' as const };
        v.add({ kind: 'page', id: 'pre', at: v.now + 100, place, event: 'commit', url: `${site}/b` });
        const shown = { tabId: 1, frameId: 0, documentId: 'pre', url: `${site}/b`, lifecycle: 'active' as const };
        v.add({ kind: 'page', id: 'shown', at: v.now + 5000, place: shown, event: 'commit', url: `${site}/b` });
      },
      ['commit /a', 'commit /b'],
    ],
    ['a frame', (v) => [v.open(`${site}/a`), v.frame('https://frame.example/')], ['commit /a']],
  ])('%s', (_, tell, views) => {
    expect(derived(tell).pages.map((page) => `${page.cause} ${new URL(page.url).pathname}`)).toEqual(views);
  });

  it('begin with what was first seen when their commit was not', () => {
    const { pages } = derived((v) => {
      v.open(`${site}/a`);
      v.signals.shift();
    });
    expect(pages).toMatchObject([{ url: `${site}/a`, watchedSince: false, notWatchedWhy: 'its beginning was not seen' }]);
  });
});

describe('views and their forms', () => {
  it('do not list a blank tab', () => {
    expect(derived((v) => [v.open('about:blank'), v.wait(900).open(`${site}/`)]).pages.map((page) => page.url)).toEqual([
      `${site}/`,
    ]);
  });

  it('keep a form that was drawn for them, however soon the next route comes', () => {
    const { pages } = derived((v) => {
      v.open(`${site}/`);
      v.wait(900).route(`${site}/quote`);
      v.wait(30).form('present');
      v.wait(90).route(`${site}/done`);
    });
    expect(pages.map((page) => page.forms.length)).toEqual([0, 1, 0]);
  });

  it('keep a form from which somebody clicked on, or that was sent, just before the next route', () => {
    const { pages } = derived((v) => {
      v.open(`${site}/`);
      v.wait(90).form('present');
      v.wait(20).click();
      v.route(`${site}/quote`);
      v.wait(90).form('present');
      v.submit();
      v.wait(20).route(`${site}/done`);
    });
    expect(pages.map((page) => page.forms.length)).toEqual([1, 1, 0]);
  });

  it('get a form that is drawn just before their address is set', () => {
    const { pages } = derived((v) => {
      v.open(`${site}/`);
      v.wait(900).form('present');
      v.wait(20).route(`${site}/quote`);
    });
    expect(pages.map((page) => page.forms.length)).toEqual([0, 1]);
  });
});

describe('watched since', () => {
  it.each<[string, (visit: Visit) => void, boolean]>([
    ['not for the first page of a tab', (v) => v.open(`${site}/`), false],
    ['for the second', (v) => [v.open(`${site}/`), v.wait(9000).open(`${site}/b`)], true],
    ['not behind another site', (v) => [v.open('https://pay.example/'), v.wait(9000).open(`${site}/b`)], false],
    [
      'not behind a page that such a page passed on to',
      (v) => [v.open('https://pay.example/'), v.wait(9000).open(`${site}/return`), v.wait(500).open(`${site}/b`)],
      false,
    ],
    [
      'behind such a page on which a person clicked',
      (v) => [v.open('https://pay.example/'), v.wait(9000).open(`${site}/return`), v.click(), v.wait(500).open(`${site}/b`)],
      true,
    ],
    ['not for the first page after a blank tab', (v) => [v.open('about:blank'), v.wait(9000).open(`${site}/`)], false],
    ['not after the reload of a page that was not', (v) => [v.open(`${site}/`), v.wait(9000).reload()], false],
    ['not behind a gap', (v) => [v.open(`${site}/`), v.wait(9000).gap(v.now - 1000), v.open(`${site}/b`)], false],
    ['across hosts of one site', (v) => [v.open('https://shop.lichtdach.example/'), v.wait(9000).open(`${site}/b`)], true],
    ['not across sites under co.uk', (v) => [v.open('https://a.co.uk/'), v.wait(9000).open('https://b.co.uk/')], false],
  ])('%s', (_, tell, watched) => {
    expect(derived(tell).pages.at(-1)?.watchedSince).toBe(watched);
  });
});

describe('the page of a fire', () => {
  it.each<[string, (visit: Visit) => void, string | null]>([
    ['is that of its document', (v) => [v.open(`${site}/a`), v.pixel(hit('PageView'))], '/a'],
    [
      'is the old one when it leaves while the page goes away',
      (v) => {
        const a = v.open(`${site}/a`);
        v.wait(3000).open(`${site}/b`);
        v.pixel(hit('PageView'), { doc: { ...a, place: { ...a.place, frameId: 12, lifecycle: 'cached' } } });
      },
      '/a',
    ],
    [
      'is the page around its frame',
      (v) => {
        v.open(`${site}/a`);
        v.pixel(hit('PageView'), { doc: v.frame('https://frame.example/') });
      },
      '/a',
    ],
    [
      'is told by the address of the document where the browser names none',
      (v) => {
        const a = v.open(`${site}/a`);
        v.wait(3000).open(`${site}/b`);
        v.pixel(hit('PageView'), { doc: { ...a, place: { ...a.place, documentId: null } } });
      },
      '/a',
    ],
    [
      'is the page that led its tab to the tag itself',
      (v) => {
        v.open('https://other.example/before');
        v.wait(500).open(`${site}/a`);
        v.pixel(hit('PageView'), { type: 'main_frame', documentless: true, initiator: site });
      },
      '/a',
    ],
    [
      'is not told for a navigation that another site asked for',
      (v) => {
        v.open('https://other.example/before');
        v.wait(500).open(`${site}/a`);
        v.pixel(hit('PageView'), { type: 'main_frame', documentless: true, initiator: 'https://third.example' });
      },
      null,
    ],
    [
      'is not told between two documents with one address',
      (v) => {
        const a = v.open(`${site}/a`);
        v.wait(3000).reload();
        v.pixel(hit('PageView'), { doc: { ...a, place: { ...a.place, documentId: null } } });
      },
      null,
    ],
    [
      'is not told for a worker',
      (v) => {
        const a = v.open(`${site}/a`);
        v.pixel(hit('PageView'), { doc: { ...a, place: { tabId: null, frameId: null, documentId: null, url: null } } });
      },
      null,
    ],
  ])('%s', (_, tell, path) => {
    const { fires, pages } = derived(tell);
    const page = pages.find((one) => one.id === fires[0]?.fire.pageId);
    expect(fires).toHaveLength(1);
    expect(page ? new URL(page.url).pathname : null).toBe(path);
    if (path === null) expect(fires[0]?.fire.pageBasis).toBeTruthy();
  });
});

describe('fires', () => {
  const ofRoles = (tell: (visit: Visit) => void) =>
    derived((v) => {
      v.open(`${site}/`);
      tell(v);
    }).fires.map(({ fire }) => fire.requests.map((one) => one.role).join(' '));

  it.each<[string, (visit: Visit) => void, string[]]>([
    [
      'one of two roles',
      (v) => [v.pixel(hit('Lead', { fold: 'x' })), v.pixel(hit('Lead', { fold: 'x', role: 'twin', kind: 'mirror' }))],
      ['main mirror'],
    ],
    [
      'the copy first',
      (v) => [v.pixel(hit('Lead', { fold: 'x', role: 'twin', kind: 'mirror' })), v.pixel(hit('Lead', { fold: 'x' }))],
      ['main mirror'],
    ],
    ['two of one role', (v) => [v.pixel(hit('Lead', { fold: 'x' })), v.pixel(hit('Lead', { fold: 'x' }))], ['main', 'main']],
    [
      'two events with a copy each',
      (v) => [
        v.pixel(hit('Lead', { fold: 'x' })),
        v.pixel(hit('Lead', { fold: 'x' })),
        v.pixel(hit('Lead', { fold: 'x', role: 'twin', kind: 'mirror' })),
        v.pixel(hit('Lead', { fold: 'x', role: 'twin', kind: 'mirror' })),
      ],
      ['main mirror', 'main mirror'],
    ],
    [
      'a copy long after',
      (v) => [v.pixel(hit('Lead', { fold: 'x' })), v.wait(9000).pixel(hit('Lead', { fold: 'x', role: 'twin', kind: 'mirror' }))],
      ['main'],
    ],
    ['a copy without its event', (v) => v.pixel(hit('Lead', { fold: 'x', role: 'twin', kind: 'mirror' })), []],
    ['two accounts', (v) => v.pixel(hit('Lead', { id: '1,2' })), ['main', 'main']],
    [
      'a redirect',
      (v) => {
        const first = v.request(hit('Lead'));
        v.request(hit('Lead', { hop: '1' }), { requestId: first.requestId, hop: 1 });
      },
      ['main hop'],
    ],
    [
      'a preflight',
      (v) => [v.request(hit('Lead'), { method: 'POST' }), v.request(hit('Lead'), { method: 'OPTIONS' })],
      ['main preflight'],
    ],
    [
      'a retry after a failure',
      (v) => {
        v.respond(v.request(hit('Lead')), { error: 'net::ERR_NAME_NOT_RESOLVED' });
        v.wait(2000).pixel(hit('Lead'));
      },
      ['main retry'],
    ],
    ['the same again after an answer', (v) => [v.pixel(hit('Lead')), v.wait(2000).pixel(hit('Lead'))], ['main', 'main']],
  ])('fold %s', (_, tell, roles) => {
    expect(ofRoles(tell)).toEqual(roles);
  });

  it.each([
    [{ status: 200 }, 'sent'],
    [{ status: 404 }, 'sent'],
    [{ error: 'net::ERR_NAME_NOT_RESOLVED' }, 'not-sent'],
    [{ error: 'net::ERR_BLOCKED_BY_CLIENT' }, 'not-sent'],
    [{ error: 'net::ERR_BLOCKED_BY_ORB' }, 'unknown'],
    [{ error: 'net::ERR_ABORTED' }, 'unknown'],
    [{ error: 'NS_BINDING_ABORTED' }, 'unknown'],
    [{ error: 'net::ERR_CONNECTION_RESET' }, 'unknown'],
  ])('that end in %o are %s', (response, outcome) => {
    const { fires, coverage } = derived((v) => {
      v.open(`${site}/`);
      v.respond(v.request(hit('Lead')), response);
    });
    expect(fires[0]?.fire.outcome).toBe(outcome);
    expect(coverage.blocked).toEqual(JSON.stringify(response).includes('BY_CLIENT') ? { pixel: 1 } : {});
  });

  it('are tied to the call they came of, also under the name the library sends', () => {
    const { calls, fires } = derived((v) => {
      v.open(`${site}/`);
      v.call('px', ['track', 'SubmitForm', { eid: '1' }], { caller: { url: 'https://a.example/tag.js' } });
      v.call('px', ['track', 'Lead', { eid: '2' }]);
      v.pixel(hit('Lead', { eid: '2' }));
      v.pixel(hit('Lead', { eid: '1' }));
      v.pixel(hit('Lead', { eid: '3' }));
    });
    expect(calls.map((call) => call.fires.length)).toEqual([1, 1]);
    expect(fires.map(({ fire }) => fire.callId)).toEqual([calls[1]?.id, calls[0]?.id, undefined]);
    expect(fires[1]?.fire.caller?.url).toBe('https://a.example/tag.js');
  });
});

describe('a conversion of unknown kind', () => {
  it('is taken as the lead whose submission it shares', () => {
    const { fires } = derived((v) => {
      v.open(`${site}/`);
      v.wait(4000).open(`${site}/angebot/`);
      v.form('present');
      v.wait(4000).post(form, { to: `${site}/danke/` });
      v.pixel(hit('Lead'));
      v.pixel(hit('Conversion', { label: 'x' }));
    });
    expect(fires.map(({ fire }) => [fire.leadLike, fire.inferred])).toEqual([
      ['typed', undefined],
      ['conversion', true],
    ]);
  });

  it('stands for itself elsewhere', () => {
    const { fires } = derived((v) => [v.open(`${site}/`), v.pixel(hit('Conversion', { label: 'x' }))]);
    expect(fires.map(({ fire }) => [fire.leadLike, fire.inferred])).toEqual([['conversion', undefined]]);
  });

  it('is no lead when the library sent it of its own accord', () => {
    const { fires } = derived((v) => [v.open(`${site}/`), v.pixel(hit('Lead', { auto: '1' }))]);
    expect(fires.map(({ fire }) => fire.leadLike)).toEqual([undefined]);
  });
});
