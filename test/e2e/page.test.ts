import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { extensionFolder } from '../../cli/browser/extension-folder';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { type BrowserWithExtension, launchWithExtension } from '../../cli/browser/launch';
import { openRecorder } from '../../cli/browser/recorder';
import { waitUntilQuiet } from '../../cli/run/wait-until-quiet';
import type { CallSignal, FormSignal, PageSignal, Signal } from '../../lib/model';
import { type Answer, type LoopbackServer, startLoopbackServer } from '../helpers/loopback-server';
import { callsPage, containerScript, formOf, formsPage, planted } from './pages/ordinary';

const found = findBrowser();
if (!found) console.warn(`\nSKIPPED: ordinary pages in a real browser. ${noBrowserSentence}\n`);

const home = 'https://www.shop.example';
const html = (body: string): Answer => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body });
const answers: Record<string, () => Answer> = {
  '/calls': () => html(callsPage),
  '/gtm.js': () => ({ status: 200, headers: { 'content-type': 'text/javascript' }, body: containerScript }),
  '/forms': () => html(formsPage),
  '/framed': () => html(formOf('framed', 'fetch')),
  '/sent': () => html('<!doctype html><title>Sent</title><h1>Thank you</h1>'),
};

describe.skipIf(!found)('on an ordinary page', () => {
  let server: LoopbackServer;
  let launched: BrowserWithExtension;
  let signals: readonly Signal[];

  beforeAll(async () => {
    server = await startLoopbackServer(({ url }) => answers[url.pathname]?.() ?? { status: 200, body: 'ok' });
    launched = await launchWithExtension({ extensionPath: extensionFolder(), args: server.browserArguments });
    const recorder = await openRecorder(launched);
    const page = await launched.browser.newPage();
    await page.goto(`${home}/calls`);
    await page.waitForSelector('#done');
    await vi.waitFor(async () => expect((await recorder.signals()).some(isTitleOf('Basket'))).toBe(true), 10_000);
    await page.goto(`${home}/forms`);
    await useForms(page);
    signals = await waitUntilQuiet(recorder.signals);
  });
  afterAll(async () => {
    await launched.close();
    await server.close();
  });

  const calls = (api: string) => signals.filter((one): one is CallSignal => one.kind === 'call' && one.api === api);
  const events = (api: string) => calls(api).map(({ args }) => JSON.stringify(args));
  const facts = (id: string) =>
    signals.filter((one): one is FormSignal => one.kind === 'form' && one.form.key.startsWith(`${id} `)).map(({ fact }) => fact);
  const names = (id: string) => [...new Set(facts(id).map(({ event }) => event))];

  it.each(['before', 'late', 'replaced', 'renamed'])('sees the push of a data layer: %s', (event) => {
    expect(events('dataLayer').filter((args) => args.includes(`"${event}"`))).toHaveLength(1);
  });

  it('names the global of a renamed data layer', () => {
    expect(calls('dataLayer').find(({ args }) => JSON.stringify(args).includes('"renamed"'))?.global).toBe('shopLayer');
  });

  it('sees the arguments of gtag as a list', () => {
    expect(events('dataLayer')).toContain('[["event","sign_up",{"method":"mail"}]]');
  });

  it.each([
    ['fbq', '["track","Lead",{"value":1}]'],
    ['fbq', '["track","Contact"]'],
    ['ttq', '["SubmitForm",{"value":2}]'],
    ['lintrk', '["track",{"conversion_id":7}]'],
  ])('sees the call of %s %s once', (api, args) => {
    expect(events(api).filter((one) => one === args)).toHaveLength(1);
  });

  it('says through which container a call came', () => {
    const call = calls('dataLayer').find(({ args }) => JSON.stringify(args).includes('"from_container"'));
    expect(call?.caller).toMatchObject({ url: `${home}/gtm.js?id=GTM-SHOP1&l=shopLayer`, container: 'GTM-SHOP1' });
  });

  it('hears what the consent API says', () => {
    const said = signals.flatMap((one) => (one.kind === 'consent' && one.framework === 'tcf' ? [one.event] : []));
    expect(said).toEqual(['ping', 'tcloaded', 'useractioncomplete']);
  });

  it('sees routes and the title that comes with them', () => {
    const pages = signals.filter((one): one is PageSignal => one.kind === 'page');
    // The browser tells of each too, without the word `push`.
    const routes = pages.filter(({ event, sequence }) => event === 'route' && sequence);
    expect(routes.map(({ url, route }) => [url, route])).toEqual([
      [`${home}/calls/basket`, 'push'],
      [`${home}/calls/basket#top`, 'fragment'],
    ]);
    expect(signals.some(isTitleOf('Basket'))).toBe(true);
  });

  it.each([
    ['by-fetch', ['present', 'gesture', 'start', 'submit', 'prevented', 'request', 'after']],
    ['by-xhr', ['present', 'gesture', 'start', 'submit', 'prevented', 'request', 'after']],
    ['plain', ['present', 'gesture', 'start', 'submit']],
    ['refused', ['present', 'gesture', 'invalid']],
    ['twice', ['present', 'gesture', 'start', 'submit', 'prevented', 'request', 'after']],
    ['framed', ['present', 'gesture', 'start', 'submit', 'prevented', 'request', 'after']],
    ['clobbered', ['present', 'gesture', 'start', 'submit', 'prevented', 'request', 'after']],
  ])('tells of the form %s what happened', (id, expected) => {
    // What is shown afterwards is told of a form that leaves its page only when the next page is slow to come.
    const told = id === 'plain' ? names(id).filter((name) => name !== 'after') : names(id);
    expect(told.sort()).toEqual([...expected].sort());
  });

  it('counts what the request carries, and says how', () => {
    expect(facts('by-xhr').find(({ event }) => event === 'request')).toMatchObject({
      url: `${home}/api?by-xhr`,
      method: 'POST',
      names: 2,
      values: 2,
      api: 'xhr',
    });
  });

  it('tells Enter from a click', () => {
    expect(facts('by-xhr').filter(({ event }) => event === 'gesture')).toEqual([{ event: 'gesture', gesture: 'enter' }]);
    expect(facts('by-fetch')).toContainEqual({ event: 'gesture', gesture: 'click' });
  });

  it('sees a double click as two submits of the same values', () => {
    expect(facts('twice').filter(({ event }) => event === 'submit')).toMatchObject([{}, { sameValues: true }]);
  });

  it('sees forms in frames of this site and of another', () => {
    const places = signals.flatMap((one) =>
      one.kind === 'form' && one.form.key.startsWith('framed ') ? [one.place.url ?? ''] : [],
    );
    expect(new Set(places.map((url) => new URL(url).host))).toEqual(new Set(['www.shop.example', 'forms.other.example']));
  });

  it('lets no typed value into what is known of forms and pages', () => {
    const said = JSON.stringify(signals.filter(({ kind }) => kind !== 'request'));
    for (const value of planted) expect(said).not.toContain(value);
  });
});

function isTitleOf(title: string): (signal: Signal) => boolean {
  return (one) => one.kind === 'page' && one.event === 'described' && one.title === title;
}

async function useForms(page: Page): Promise<void> {
  const frames = await Promise.all(['same', 'other'].map((id) => page.waitForSelector(`#${id}`)));
  for (const frame of await Promise.all(frames.map((one) => one?.contentFrame()))) {
    await frame?.waitForSelector('#framed button');
    await (await frame?.waitForSelector('#framed [name=email]'))?.type(planted[0]);
    await (await frame?.waitForSelector('#framed button'))?.click();
    await frame?.waitForSelector('#framed + .said');
  }
  await fill(page, 'by-fetch');
  await page.click('#by-fetch button');
  await page.waitForSelector('#by-fetch + .said');
  await fill(page, 'by-xhr');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#by-xhr + .said');
  await page.click('#refused button');
  await fill(page, 'twice');
  await page.click('#twice button', { count: 2 });
  await page.waitForSelector('#twice + .said + .said');
  await fill(page, 'clobbered');
  await page.click('#clobbered button');
  await page.waitForSelector('#clobbered + .said');
  await fill(page, 'plain');
  await Promise.all([page.waitForNavigation(), page.click('#plain button')]);
}

async function fill(page: Page, id: string): Promise<void> {
  await page.type(`#${id} [name=email]`, planted[0]);
  await page.type(`#${id} [name=note]`, planted[1]);
}
