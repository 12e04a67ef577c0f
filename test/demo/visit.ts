import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { type DemoServer, siteHost } from './server';
import { cookiesFor } from './site/choice';

/** What the visitor does with the consent dialog; `returning` accepted on an earlier visit. */
export type Visitor = 'accepted' | 'refused' | 'ignored' | 'returning';

export const visitors: readonly Visitor[] = ['accepted', 'refused', 'ignored', 'returning'];

interface Visit {
  /** Whose cookies the page has. */
  browser: Browser | BrowserContext;
  page: Page;
  server: DemoServer;
  visitor: Visitor;
}

/** Walks through the site as `expected.json` says: home, choice, quote form, guide, quote form again, send, thank-you page. */
export async function makeVisit({ browser, page, server, visitor }: Visit): Promise<void> {
  if (visitor === 'returning') await rememberVisitor(browser);
  await arrive(server, () => page.goto(server.home));
  if (visitor === 'accepted' || visitor === 'refused') {
    await page.click(`#consent-${visitor}`);
    await quiet(server);
  }
  await follow(page, server, 'header a[href="/quote"]');
  await follow(page, server, 'main a[href="/guides/heat-pump-costs"]');
  await follow(page, server, 'main a[href="/quote"]');
  await page.type('#quote [name=name]', 'Ada Larch');
  await page.type('#quote [name=email]', 'ada.larch@example.org');
  await page.type('#quote [name=postcode]', 'BS1 4DJ');
  await follow(page, server, '#quote button');
}

/** Resolves when the server has had nothing to do for a moment: longer than Google's tag waits for a choice. */
export async function quiet(server: DemoServer, forMs = 700): Promise<void> {
  for (;;) {
    const last = server.log.at(-1)?.at ?? 0;
    const rest = last + forMs - Date.now();
    if (rest <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
}

async function rememberVisitor(browser: Browser | BrowserContext): Promise<void> {
  const expires = Math.floor(Date.now() / 1000) + 86_400 * 180;
  const cookies = cookiesFor('accepted').map((cookie) => ({ ...cookie, domain: siteHost, path: '/', secure: true, expires }));
  await browser.setCookie(...cookies);
}

function follow(page: Page, server: DemoServer, selector: string): Promise<void> {
  return arrive(server, () =>
    Promise.all([
      page.waitForNavigation(),
      page.$eval(selector, (element) => (element as HTMLElement).scrollIntoView()).then(() => page.click(selector)),
    ]),
  );
}

/** Every page sends a GA4 page view as its last word on arrival, after the wait for a choice: when it came, the rest has come. */
async function arrive(server: DemoServer, go: () => Promise<unknown>): Promise<void> {
  const before = pageViews(server);
  await go();
  const deadline = Date.now() + 20_000;
  while (pageViews(server) === before) {
    if (Date.now() > deadline) throw new Error('The demo page sent no page view within 20 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await quiet(server);
}

function pageViews(server: DemoServer): number {
  return server.log.filter((request) => request.path === '/g/collect' && request.url.includes('en=page_view')).length;
}
