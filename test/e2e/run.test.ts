import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { runCommandLine } from '../cli/run-command-line';
import { createDemoServer, type DemoServer, siteHost } from '../demo/server';

const browser = findBrowser();
if (!browser) console.warn(`\nSKIPPED: run in a real browser. ${noBrowserSentence}\n`);

const click = (selector: string, navigates = false): object => ({
  type: 'click',
  selectors: [[selector]],
  offsetX: 4,
  offsetY: 4,
  ...(navigates ? { assertedEvents: [{ type: 'navigation' }] } : {}),
});
const change = (name: string, value: string): object => ({ type: 'change', selectors: [[`#quote [name=${name}]`]], value });

/** What Chrome DevTools Recorder saves for: accept, fill in, send. */
const steps = [
  { type: 'setViewport', width: 1280, height: 900, deviceScaleFactor: 1, isMobile: false, hasTouch: false, isLandscape: false },
  { type: 'navigate', url: `https://${siteHost}/quote` },
  click('#consent-accepted'),
  change('name', 'Ada Larch'),
  change('email', 'ada.larch@example.org'),
  change('postcode', 'BS1 4DJ'),
  click('#quote button', true),
];

describe.skipIf(!browser)('run, in a real browser', () => {
  let server: DemoServer;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tagwitness-'));
    server = await createDemoServer({ version: 'faulty' });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  async function run(target: string, ...more: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
    return runCommandLine(['run', target, ...server.browserArguments.map((argument) => `--browser-arg=${argument}`), ...more]);
  }

  async function flow(list: object[]): Promise<string> {
    const path = join(folder, 'flow.json');
    await writeFile(path, JSON.stringify({ title: 'A quote', steps: list }));
    return path;
  }

  it('opens a page and reports its fires', async () => {
    const { status, stdout, stderr } = await run(server.home, '--fail-on', 'none');
    expect([status, stderr]).toEqual([0, '']);
    const session = JSON.parse(stdout);
    expect(session.source.kind).toBe('run');
    expect(session.fires.map((fire: { vendor: string }) => fire.vendor).sort()).toEqual(['ga4', 'linkedin', 'meta', 'tiktok']);
  });

  it('plays a recording and finds what is wrong', async () => {
    const { status, stdout, stderr } = await run(await flow(steps), '--format', 'text');
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('lead-off-confirmation');
    expect(stdout).not.toContain('ada.larch');
  });

  it('keeps what was captured when a step fails, and names the step', async () => {
    const { stdout, stderr } = await run(
      await flow([...steps.slice(0, 2), click('#no-such-thing')]),
      '--timeout',
      '1500',
      '--fail-on',
      'none',
    );
    expect(stderr).toMatch(
      /^tagwitness: Step 3 of 3 could not be done \(click #no-such-thing\): .* What was captured until then is reported\.\n$/,
    );
    expect(JSON.parse(stdout).fires.length).toBeGreaterThan(0);
  });

  it('says so when the browser cannot be started', async () => {
    const { status, stdout, stderr } = await run(server.home, '--browser', '/nowhere/chrome');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
