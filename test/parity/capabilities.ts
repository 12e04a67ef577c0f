/** A test that drives a capability: its file, and words of its name. */
interface Driven {
  file: string;
  test: string;
}

/** How a capability is checked in a browser, or why it cannot be. */
type Check = Driven | { not: string };

export interface Capability {
  capability: string;
  chromium: Check;
  firefox: Check;
}

/** What the extension can do in each browser, and what proves it: the rows of docs/parity.md. */
export const capabilities: readonly Capability[] = [
  {
    capability:
      'Requests of every kind are listed once, on their page: image, fetch, keepalive, XHR, beacon, form, worker, frame, redirect, route, pagehide',
    chromium: { file: 'test/e2e/audit.test.ts', test: 'lists everything that reached the server, once, on its page' },
    firefox: {
      file: 'test/e2e-firefox/audit.test.ts',
      test: 'the audit lists everything that reached the server, once, on its page',
    },
  },
  {
    capability: 'A request that the browser names no document for is laid to its page, or to none with a reason',
    chromium: {
      file: 'lib/ledger/create-ledger.test.ts',
      test: 'is told by the address of the document where the browser names none',
    },
    firefox: {
      file: 'test/firefox/attribution.test.ts',
      test: 'belongs to the page that went, when it is reported after the next one began',
    },
  },
  {
    capability: 'What the background saw outlives its being stopped, and a restart is said',
    chromium: { not: 'killed at random by the trials, with a panel and without' },
    firefox: { not: 'not proven: a stopped event page has no passing test yet' },
  },
  {
    capability: 'The panel shows what a tab sent',
    chromium: { file: 'test/e2e/panel.test.ts', test: 'says the worst first, and what proves it' },
    firefox: { file: 'test/e2e-firefox/audit.test.ts', test: 'the panel, at the width of the sidebar, shows what the tab sent' },
  },
  {
    capability: 'The manifest asks for no more than it explains, and forbids our pages every connection',
    chromium: { file: 'test/house/built-extension.test.ts', test: 'asks only for what docs/PERMISSIONS.md explains' },
    firefox: { file: 'test/house/built-extension.test.ts', test: 'asks only for what docs/PERMISSIONS.md explains' },
  },
  {
    capability: 'Private windows leave nothing on the disk',
    chromium: { not: 'the browser does it by itself (`incognito: split`); the manifest is checked' },
    firefox: { not: 'the split of the log has a unit test (`lib/session/split-log.test.ts`); no private window is driven' },
  },
  {
    capability: 'The eight visits to the demo business have the fires and findings that its author expects',
    chromium: { file: 'test/e2e/demo.test.ts', test: 'finds what is wrong, and nothing else' },
    firefox: { not: 'not in the suite yet: a visit walks through, but its fires and findings have not been compared' },
  },
  {
    capability: 'Hostile pages are not disturbed',
    chromium: { file: 'test/e2e/hostile.test.ts', test: 'a hostile page' },
    firefox: { not: 'not driven yet; the hook is the same file' },
  },
  {
    capability: 'The toolbar button opens the panel beside the page',
    chromium: { not: 'opened for people by the demo; the suite opens the panel as a page' },
    firefox: { not: 'WebDriver BiDi reaches neither the toolbar nor the sidebar: the same page is opened in a tab' },
  },
  {
    capability: 'Edge',
    chromium: { not: 'the Chromium build, loaded by hand; not part of the machine tests' },
    firefox: { not: 'does not apply' },
  },
];
