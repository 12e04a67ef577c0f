import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analyse';
import { committed, createRequestMapper, historyChanged, type WebRequestDetails } from '../../lib/capture';
import { emptySettings, type Signal } from '../../lib/model';

/**
 * What Firefox 153 tells of requests and navigations, event by event: no document id for a main frame and for `fetch` with `keepalive`;
 * `documentUrl` is the address a document was loaded with, and a page that goes away is reported under its tab and frame as they are now.
 */
const site = 'https://shop.example';

class Tab {
  readonly signals: Signal[] = [];
  private readonly requests = createRequestMapper('f');
  private count = 0;

  commit(
    at: number,
    path: string,
    documentId: string,
    part: { url?: string; frameId?: number; parentDocumentId?: string } = {},
  ): this {
    const details = { tabId: 3, frameId: 0, documentId, url: site + path, timeStamp: at, transitionType: 'link', ...part };
    this.signals.push(committed('f', details));
    return this;
  }

  push(at: number, path: string, documentId: string): this {
    this.signals.push(historyChanged('f', { tabId: 3, frameId: 0, documentId, url: site + path, timeStamp: at }));
    return this;
  }

  keepalive(at: number, documentPath: string, part: Partial<WebRequestDetails> = {}): this {
    const details: WebRequestDetails = {
      requestId: String(++this.count),
      url: `https://www.facebook.com/tr/?id=904417723301556&ev=Contact&eid=e${this.count}`,
      method: 'GET',
      type: 'xmlhttprequest',
      tabId: 3,
      frameId: 0,
      documentUrl: site + documentPath,
      timeStamp: at,
      ...part,
    };
    this.signals.push(this.requests.request(details), this.requests.response({ ...details, statusCode: 200 }, 'completed'));
    return this;
  }

  /** For each fire the path of its page, or why there is none. */
  pages(): (string | undefined)[] {
    const { fires, pages } = analyse(this.signals, emptySettings);
    const paths = new Map(pages.map((page) => [page.id, new URL(page.url).pathname]));
    return fires.map((fire) => (fire.pageId === null ? fire.pageBasis : paths.get(fire.pageId)));
  }
}

describe('a keepalive fetch in Firefox', () => {
  it.each<[string, (tab: Tab) => Tab, string[]]>([
    ['belongs to the page that is open', (tab) => tab.commit(0, '/a', 'A').keepalive(900, '/a'), ['/a']],
    [
      'belongs to the page that went, when it is reported after the next one began',
      (tab) => tab.commit(0, '/a', 'A').commit(5000, '/b', 'B').keepalive(5100, '/a').keepalive(5200, '/b'),
      ['/a', '/b'],
    ],
    [
      'belongs to the route it was sent on, though its document is named by the address it was loaded with',
      (tab) => tab.commit(0, '/a', 'A').push(3000, '/route', 'A').keepalive(8000, '/a'),
      ['/route'],
    ],
    [
      'belongs to the last route of the page that went',
      (tab) => tab.commit(0, '/a', 'A').push(3000, '/b', 'A').commit(8000, '/c', 'C').keepalive(8050, '/a'),
      ['/b'],
    ],
    [
      'is not taken for one of a document whose route had the same address',
      (tab) => tab.commit(0, '/a', 'A').push(3000, '/b', 'A').commit(4000, '/b', 'B').keepalive(4100, '/b'),
      ['/b'],
    ],
    [
      'of a frame belongs to the page around it',
      (tab) =>
        tab
          .commit(0, '/a', 'A')
          .commit(100, '/frame', 'F', { frameId: 17, parentDocumentId: 'A' })
          .commit(5000, '/b', 'B')
          .commit(5100, '/frame', 'G', { frameId: 18, parentDocumentId: 'B' })
          .keepalive(5050, '/frame', { frameId: 17 })
          .keepalive(5200, '/frame', { frameId: 18 }),
      ['/a', '/b'],
    ],
    [
      'cannot be laid to one of two pages with the same address just after a reload',
      (tab) => tab.commit(0, '/a', 'A').commit(5000, '/a', 'B').keepalive(5100, '/a'),
      ['two pages with the address of its document were open within two seconds'],
    ],
    [
      'can again when the page before is long gone',
      (tab) => tab.commit(0, '/a', 'A').commit(5000, '/a', 'B').keepalive(7500, '/a'),
      ['/a'],
    ],
    [
      'belongs to no page when none has the address of its document',
      (tab) => tab.commit(0, '/a', 'A').keepalive(900, '/elsewhere'),
      ['no page that was open has the address of its document'],
    ],
    [
      'of a worker, which names only the first address of its site, belongs to the only page that is open',
      (tab) => tab.commit(0, '/a', 'A').keepalive(900, '/'),
      ['/a'],
    ],
    [
      'of a worker belongs to it too right after the blank page that the tab began with',
      (tab) => tab.commit(0, '', 'blank', { url: 'about:blank' }).commit(300, '/a', 'A').keepalive(900, '/'),
      ['/a'],
    ],
    [
      'of a worker belongs to none when two pages were open',
      (tab) => tab.commit(0, '/a', 'A').commit(5000, '/b', 'B').keepalive(5100, '/'),
      ['the browser named no document, and two pages were open within two seconds'],
    ],
    [
      'of the first page of a site, or of a worker of the next, cannot be told just after it went',
      (tab) => tab.commit(0, '/', 'A').keepalive(900, '/').commit(5000, '/b', 'B').keepalive(5100, '/'),
      ['/', 'the browser named no document, and two pages were open within two seconds'],
    ],
  ])('%s', (_name, tell, pages) => {
    expect(tell(new Tab()).pages()).toEqual(pages);
  });

  it('that doubles a page view of its own document is a duplicate, though only the other has the id of the document', () => {
    const view = (id: string) => `https://www.facebook.com/tr/?id=904417723301556&ev=PageView&dl=${site}/a&rnd=${id}`;
    const tab = new Tab()
      .commit(0, '/a', 'A')
      .keepalive(900, '/a', { url: view('1') })
      .keepalive(950, '/a', { url: view('2'), documentId: 'A', type: 'image' });
    const { findings, fires } = analyse(tab.signals, emptySettings);
    expect(fires).toHaveLength(2);
    expect(findings.map(({ rule }) => rule)).toContain('duplicate-fire');
  });
});

it('knows Firefox’s word for a beacon', () => {
  const tab = new Tab().commit(0, '/a', 'A').keepalive(10, '/a', { type: 'beacon', documentId: 'A' });
  expect(tab.signals.find((one) => one.kind === 'request')).toMatchObject({ type: 'beacon' });
  expect(tab.pages()).toEqual(['/a']);
});
