import type { Way } from './way';

export const siteHost = 'shop.example';
/** A real vendor's host in its own format, so that what is sent there must be listed as a fire. */
export const tagHost = 'www.facebook.com';

/** One transparent pixel. */
export const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export function tagAddress(nonce: string): string {
  return `https://${tagHost}/tr/?id=731904458812067&ev=Trial&eid=${nonce}`;
}

/** Address of the page that sends one way. */
export function pageAddress(way: Way, nonce: string): string {
  return `https://${siteHost}/way/${way.id}?nonce=${nonce}`;
}

/** Names every script of a way may use. */
function preamble(way: Way, nonce: string): string {
  return `const nonce = '${nonce.replace(/\W/g, '')}', at = '${tagAddress(nonce.replace(/\W/g, ''))}', text = 'cd[probe]=' + nonce, keep = globalThis.keep = [];
const part = (name, host = '${siteHost}') => 'https://' + host + '/part/${way.id}/' + name + '?nonce=' + nonce;
const add = (html) => document.body.insertAdjacentHTML('beforeend', html.replaceAll('{at}', at));
const head = (rel, more) => document.head.append(Object.assign(document.createElement('link'), { rel, href: at, ...more }));
const form = () => { const data = new FormData(); data.append('cd[probe]', nonce); return data; };
`;
}

/** The page of a way: it sends when its `run()` is called, or by itself when it is made in advance. */
export function documentOf(way: Way, nonce: string): string {
  const now = way.when === 'prerendered' ? 'if (document.prerendering) run();' : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${way.name}</title><link rel="icon" href="data:,"></head><body>${way.html ?? ''}
<script>${preamble(way, nonce)}globalThis.run = async () => { ${way.run} };${now}</script></body></html>`;
}

/** A document or script a way needs. */
export function partOf(way: Way, name: string, nonce: string): { type: string; text: string } {
  const code = preamble(way, nonce) + (way.parts?.[name] ?? '');
  if (name.endsWith('.js')) return { type: 'text/javascript', text: code };
  return {
    type: 'text/html',
    text: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Part</title><body><script>${code}</script></body></html>`,
  };
}
