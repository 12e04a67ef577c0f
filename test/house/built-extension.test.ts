import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { read, root } from './source-files';

/** Looks at what `npm run build` made, since that is what users load. */
const output = join(root, '.output/chrome-mv3');
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(root, '.output', folder, 'manifest.json'), 'utf8'));
const chromium = manifestOf('chrome-mv3');
const firefox = manifestOf('firefox-mv3');

describe.each([
  ['Chromium', chromium],
  ['Firefox', firefox],
])('the manifest for %s', (browser, manifest) => {
  it('asks only for what docs/PERMISSIONS.md explains, and explains nothing it does not ask for', () => {
    const asked = [...manifest.permissions, ...manifest.host_permissions].sort();
    const headings = [...read('docs/PERMISSIONS.md').matchAll(/^### `([^`]+)`(?: \(only (.+)\))?/gm)];
    const explained = headings.filter(([, , only]) => only === undefined || only === browser).map(([, name]) => name);
    expect(explained.sort()).toEqual(asked);
  });

  it.each(['web_accessible_resources', 'externally_connectable', 'optional_permissions'])('has no %s', (key) => {
    expect(manifest[key]).toBeUndefined();
  });

  it('forbids our pages every connection and every foreign script', () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/https?:|\*|unsafe/);
  });
});

describe('what the browsers ask for differently', () => {
  it('keeps private windows apart in Chromium, and leaves the key out where Firefox would refuse it', () => {
    expect(chromium.incognito).toBe('split');
    expect(firefox.incognito).toBeUndefined();
  });

  it('tells Firefox that nothing is collected, from the first version that names documents', () => {
    const { gecko } = firefox.browser_specific_settings;
    expect(gecko.data_collection_permissions).toEqual({ required: ['none'] });
    expect(Number.parseInt(gecko.strict_min_version, 10)).toBeGreaterThanOrEqual(153);
  });

  it('shows the same panel', () => {
    expect(firefox.sidebar_action.default_panel).toBe(chromium.side_panel.default_path);
  });
});

describe('the bundles', () => {
  const gzipOf = (paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(output, path)), { level: 9 }).length, 0);

  /** Kilobytes of gzip. What we aim at, and why we are not there, stands in docs/decisions/0010-bundle-sizes.md. */
  it.each([
    ['worker', ['background.js'], 16],
    ['core', ['core.js'], 200],
    ['page hook', ['content-scripts/page-hook.js'], 6],
    ['bridge', ['content-scripts/bridge.js'], 7.5],
    ['panel', scriptsOf('sidepanel.html'), 64],
    ['what the panel in the developer tools has beyond the panel', beyond('devtools-panel.html', 'sidepanel.html'), 2],
    ['what opens with the developer tools', scriptsOf('devtools.html'), 6],
  ] as const)('%s does not grow', (_name, paths, kilobytes) => {
    expect(gzipOf(paths)).toBeLessThanOrEqual(kilobytes * 1024);
  });

  it.each(['content-scripts/page-hook.js', 'content-scripts/bridge.js'])('%s ships no polyfill and no decoder', (path) => {
    const text = readFileSync(join(output, path), 'utf8');
    expect(text).not.toMatch(/webextension-polyfill|facebook\.com|google-analytics\.com/);
  });
});

/** Scripts of one page that another does not load: what both load stands in chunks they share. */
function beyond(page: string, other: string): string[] {
  const shared = new Set(scriptsOf(other));
  return scriptsOf(page).filter((path) => !shared.has(path));
}

/** Scripts a page loads, with the chunks they import in turn. */
function scriptsOf(page: string): string[] {
  const html = readFileSync(join(output, page), 'utf8');
  const scripts = new Set([...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? ''));
  for (const path of scripts) {
    const text = readFileSync(join(output, path), 'utf8');
    for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      scripts.add(posix.join(posix.dirname(path), name ?? ''));
  }
  return [...scripts];
}
