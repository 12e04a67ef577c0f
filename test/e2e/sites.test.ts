import { beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../cli/browser/extension-folder';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { launchWithExtension } from '../../cli/browser/launch';
import { openRecorder } from '../../cli/browser/recorder';
import { waitUntilQuiet } from '../../cli/run/wait-until-quiet';
import { analyse } from '../../lib/analyse';
import { emptySettings, type Session } from '../../lib/model';
import { startLoopbackServer } from '../helpers/loopback-server';
import { answerOf, doStep, readSites, type Site } from '../sites/site';

const found = findBrowser();
if (!found) console.warn(`\nSKIPPED: three sites in a real browser. ${noBrowserSentence}\n`);

describe.skipIf(!found).each(readSites().map((site) => [site.name, site] as const))('the site %s', (_name, site) => {
  let session: Session;
  beforeAll(async () => {
    session = await visit(site);
  });

  it('has the fires its author expects, with consent and placement', () => {
    expect(firesOf(session, site)).toEqual(
      sorted(
        site.expected.fires.map((fire) =>
          [fire.path, fire.vendor, fire.event, fire.count, fire.consent, fire.placement ?? '-'].join(' '),
        ),
      ),
    );
  });

  it('has the submissions its author expects', () => {
    const paths = new Map(session.pages.map((page) => [page.id, new URL(page.url).pathname]));
    const seen = session.submissions.map((one) => `${paths.get(one.fromPageId)} ${one.outcome}`);
    expect(sorted(seen)).toEqual(sorted(site.expected.submissions.map((one) => `${one.path} ${one.outcome}`)));
  });

  it('has the findings its author expects, and no other', () => {
    const fires = new Map(session.fires.map((fire) => [fire.id, fire]));
    const seen = session.findings.flatMap(({ rule, verdict, severity, fires: ids }) =>
      [...new Set(ids.map((id) => fires.get(id)?.vendor))].map((vendor) => [rule, verdict, severity, vendor].join(' ')),
    );
    expect(sorted(seen)).toEqual(
      sorted(site.expected.findings.map((one) => [one.rule, one.verdict, one.severity, one.vendor].join(' '))),
    );
  });
});

async function visit(site: Site): Promise<Session> {
  const server = await startLoopbackServer((received) => answerOf(site, received));
  const launched = await launchWithExtension({ extensionPath: extensionFolder(), args: server.browserArguments });
  try {
    const recorder = await openRecorder(launched);
    const page = await launched.browser.newPage();
    for (const step of site.flow) await doStep(page, site, step);
    return analyse(await waitUntilQuiet(recorder.signals), emptySettings, { source: 'run' });
  } finally {
    await launched.close();
    await server.close();
  }
}

/** Fires by path, vendor, event, consent and, for leads whose author said it, placement. */
function firesOf(session: Session, site: Site): string[] {
  const paths = new Map(session.pages.map((page) => [page.id, new URL(page.url).pathname]));
  const placed = new Set(site.expected.fires.filter((fire) => fire.placement).map((fire) => `${fire.vendor} ${fire.event}`));
  const counts = new Map<string, { row: (count: number) => string; count: number }>();
  for (const fire of session.fires) {
    const path = fire.pageId === null ? '?' : paths.get(fire.pageId);
    const placement = placed.has(`${fire.vendor} ${fire.event}`) ? (fire.placement ?? '-') : '-';
    const row = (count: number) => [path, fire.vendor, fire.event, count, fire.consent.verdict, placement].join(' ');
    const known = counts.get(row(0));
    if (known) known.count += 1;
    else counts.set(row(0), { row, count: 1 });
  }
  return sorted([...counts.values()].map(({ row, count }) => row(count)));
}

function sorted(rows: readonly string[]): string[] {
  return [...rows].sort();
}
