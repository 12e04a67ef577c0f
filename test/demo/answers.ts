import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../cli/project-root';
import { auditDocument, auditFrame } from './site/audit-pages';
import { pages, quotePage, renderPage, type SitePage } from './site/pages';

export type SiteVersion = 'faulty' | 'repaired';

export interface Question {
  method: string;
  host: string;
  url: URL;
  body: string;
  /** The browser's `sec-fetch-dest`: `image`, `script`, `document`, `empty`, … */
  destination: string;
}

export interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

const require = createRequire(import.meta.url);

const libraries: Record<string, string> = {
  'connect.facebook.net/en_GB/fbevents.js': 'fbevents',
  'www.googletagmanager.com/gtag/js': 'gtag',
  'analytics.tiktok.com/i18n/pixel/events.js': 'ttq',
  'snap.licdn.com/li.lms-analytics/insight.min.js': 'insight',
};

/** Builds the site's scripts in memory and answers for the site and for every vendor host. */
export async function createSite(version: SiteVersion): Promise<{ answer(question: Question): Answer }> {
  const folder = join(projectRoot(), 'test/demo/site');
  const [scripts, style, stub] = await Promise.all([
    bundle(folder),
    readFile(join(folder, 'style.css'), 'utf8'),
    readFile(require.resolve('@iabtechlabtcf/stub'), 'utf8'),
  ]);
  const script = (name: string): string => scripts.get(name) ?? '';
  let quotes = 0;

  function page(found: SitePage, status = 200): Answer {
    const plugin = version === 'faulty' && found.path === '/thank-you' ? '/assets/lead-plugin.js' : undefined;
    const document = renderPage(found, { tags: script(version), stub, plugin });
    return { ...html(document), status };
  }

  function ownSite({ method, url, body }: Question): Answer {
    if (method === 'POST' && url.pathname === '/quote') {
      const problem = problemWith(new URLSearchParams(body));
      if (problem) return page(quotePage(problem), 422);
      quotes += 1;
      return redirect(`/thank-you?ref=AH-${1041 + quotes}`);
    }
    if (url.pathname === '/assets/style.css') return { status: 200, type: 'text/css', body: style };
    if (url.pathname === '/assets/dialog.js') return javascript(script('dialog'));
    if (url.pathname === '/assets/lead-plugin.js') return javascript(script('plugin'));
    if (url.pathname === '/assets/audit.js') return javascript(script('audit'));
    if (/^\/audit(?:$|\/)/.test(url.pathname)) return html(auditDocument);
    if (url.pathname === '/audit-frame') return html(auditFrame(url.searchParams.get('nonce') ?? ''));
    const found = pages.find((candidate) => candidate.path === url.pathname);
    return found ? page(found) : { status: 404, type: 'text/plain', body: 'There is no such page.' };
  }

  return {
    answer(question) {
      if (question.method === 'OPTIONS') return { status: 204, type: 'text/plain', body: '' };
      if (question.host.endsWith('alderbrook-heat.example')) return ownSite(question);
      const library = libraries[question.host + question.url.pathname];
      if (library) return javascript(script(library));
      return vendor(question);
    },
  };
}

/** What a vendor's collector says: a pixel to an image, an empty script to a script, nothing to the rest. The audit asks for redirects. */
function vendor({ destination, url }: Question): Answer {
  const hops = Number(url.searchParams.get('hops'));
  if (hops > 0) return redirect(nextHop(url, hops));
  if (destination === 'image') return { status: 200, type: 'image/gif', body: pixel };
  if (destination === 'script') return javascript('');
  if (destination === 'iframe') return html('<!doctype html><title></title>');
  return { status: 204, type: 'text/plain', body: '' };
}

/** The same address with one hop less and a nonce of its own. */
function nextHop(url: URL, hops: number): string {
  const next = new URL(url);
  next.searchParams.set('hops', String(hops - 1));
  next.searchParams.set('nonce', `${url.searchParams.get('nonce')?.split('-')[0]}-${hops}`);
  return next.href;
}

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

function problemWith(form: URLSearchParams): string | null {
  const missing = ['name', 'email', 'postcode'].filter((field) => !form.get(field)?.trim());
  if (missing.length > 0) return `Please fill in: ${missing.join(', ')}.`;
  if (!/^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i.test(form.get('postcode') ?? ''))
    return 'This postcode does not look like one of ours.';
  return null;
}

function redirect(location: string): Answer {
  return { status: 303, type: 'text/plain', body: '', headers: { location } };
}

function html(body: string): Answer {
  return { status: 200, type: 'text/html; charset=utf-8', body };
}

function javascript(body: string): Answer {
  return { status: 200, type: 'text/javascript; charset=utf-8', body };
}

async function bundle(folder: string): Promise<Map<string, string>> {
  const entries = {
    dialog: 'dialog.ts',
    faulty: 'tags/faulty.ts',
    repaired: 'tags/repaired.ts',
    plugin: 'tags/plugin.ts',
    audit: 'audit.ts',
    fbevents: 'libraries/fbevents.ts',
    gtag: 'libraries/gtag.ts',
    ttq: 'libraries/ttq.ts',
    insight: 'libraries/insight.ts',
  };
  const result = await build({
    entryPoints: Object.entries(entries).map(([out, file]) => ({ in: join(folder, file), out })),
    outdir: folder,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    charset: 'ascii',
    logLevel: 'warning',
  });
  return new Map(result.outputFiles.map((file) => [file.path.split(/[\\/]/).at(-1)?.replace(/\.js$/, '') ?? '', file.text]));
}
