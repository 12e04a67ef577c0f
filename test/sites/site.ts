import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { Answer, Received } from '../helpers/loopback-server';

/** A small site with the answers the tool must give, written from the verdicts alone; see README.md beside this file. */
export interface Site {
  name: string;
  host: string;
  routes: Route[];
  flow: Step[];
  expected: Expected;
}

export interface Route {
  method: string;
  path: string;
  file?: string;
  status?: number;
  redirect?: string;
  json?: unknown;
  when?: { field: string; equals: string };
  delayMs?: number;
}

export type Step =
  | { goto: string }
  | { click: string }
  | { type: string; text: string }
  | { waitFor: string }
  | { reload: true }
  | { back: true }
  | { quiet: number };

export interface Expected {
  findings: { rule: string; verdict: string; severity: string; vendor: string }[];
  fires: { vendor: string; event: string; path: string; count: number; consent: string; placement?: string }[];
  submissions: { path: string; outcome: string }[];
}

const folder = new URL('.', import.meta.url);

export function readSites(): Site[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const json = (file: string) => JSON.parse(readFileSync(new URL(`${name}/${file}`, folder), 'utf8'));
      return {
        name,
        host: `www.${name}.example`,
        routes: json('routes.json'),
        flow: json('flow.json'),
        expected: json('expected.json'),
      };
    });
}

/** Answers as `routes.json` says; vendors' hosts get an empty image. */
export async function answerOf(site: Site, { method, host, url, body }: Received): Promise<Answer> {
  if (host !== site.host) return { status: 200, headers: { 'content-type': 'image/gif' }, body: pixel };
  const route = site.routes.find((one) => one.method === method && one.path === url.pathname && fits(one, body));
  if (!route) return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'There is no such page.' };
  if (route.delayMs) await new Promise((resolve) => setTimeout(resolve, route.delayMs));
  if (route.redirect) return { status: 303, headers: { location: route.redirect } };
  const status = route.status ?? 200;
  if (route.json !== undefined)
    return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(route.json) };
  const text = readFileSync(new URL(`${site.name}/${route.file}`, folder));
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: text };
}

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A field of an urlencoded, multipart or JSON body. */
function fits({ when }: Route, body: string): boolean {
  if (!when) return true;
  const json = body.startsWith('{') ? (JSON.parse(body) as Record<string, unknown>)[when.field] : undefined;
  if (json !== undefined) return String(json) === when.equals;
  const multipart = new RegExp(`name="${when.field}"\\r\\n\\r\\n([^\\r]*)`).exec(body)?.[1];
  return (multipart ?? new URLSearchParams(body).get(when.field)) === when.equals;
}

/** One step of a visitor. Waits for what the step itself leads to, and no longer. */
export async function doStep(page: Page, site: Site, step: Step): Promise<void> {
  if ('goto' in step) await page.goto(`https://${site.host}${step.goto}`, { waitUntil: 'load' });
  else if ('click' in step) await page.locator(step.click).click();
  else if ('type' in step) await page.locator(step.type).fill(step.text);
  else if ('waitFor' in step) await page.locator(step.waitFor).wait();
  else if ('reload' in step) await page.reload({ waitUntil: 'load' });
  else if ('back' in step) await page.goBack({ waitUntil: 'load' });
  else await page.waitForNetworkIdle({ idleTime: step.quiet });
}
