import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/**
 * Content security policy of our own pages. `connect-src 'none'` proves that nothing leaves; no `frame-ancestors`, because
 * `'none'` turns a DevTools panel into an error page; one named Trusted Types policy, because `'none'` forbids Workers.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types tagwitness',
].join('; ');

const chromiumOnly = { incognito: 'split', minimum_chrome_version: '120' } as const;

/** Why this version, and why no `incognito`: docs/decisions/0011-firefox.md. */
const firefoxOnly = {
  browser_specific_settings: {
    gecko: {
      id: '{6b1f0a52-3f6e-4c57-9d0b-7c1e2f5a8d34}',
      strict_min_version: '153.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
};

export default defineConfig({
  imports: false,
  webExt: { disabled: true },
  vite: () => ({
    plugins: [preact()],
    build: { modulePreload: false },
    // WXT starts a content script by a `postMessage` and an event on the document that carry the extension's id: any page could read them.
    resolve: {
      alias: { 'wxt/utils/content-script-context': fileURLToPath(new URL('lib/platform/no-context.ts', import.meta.url)) },
    },
  }),
  zip: { artifactTemplate: '{{name}}-{{version}}-{{browser}}-mv{{manifestVersion}}.zip' },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // Every permission is explained in docs/PERMISSIONS.md; a test compares the two.
    permissions: [
      'webRequest',
      'webNavigation',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: ['<all_urls>'],
    ...(browser === 'firefox' ? firefoxOnly : chromiumOnly),
    action: { default_title: '__MSG_name__' },
    // The development server needs its own connections; a built extension has none.
    ...(mode === 'development' ? {} : { content_security_policy: { extension_pages: contentSecurityPolicy } }),
  }),
});
