import type { Said } from '../model';
import { fitsGlob } from '../model/url-glob';
import type { RuleInput } from './rule-input';

/**
 * The reason given in the settings for leaving a finding out, when one entry covers every page the finding is about.
 * A crash is never left out, and a finding whose page cannot be told is listed: it may be about another site.
 */
export function ignoredBecause(finding: Said, vendor: string | undefined, input: RuleInput): string | undefined {
  if (finding.verdict === 'crashed') return undefined;
  const candidates = input.settings.sites.flatMap((site) =>
    (site.ignore ?? [])
      .filter((ignore) => ignore.rule === finding.rule && (ignore.vendor === undefined || ignore.vendor === vendor))
      .map((ignore) => ({ site, ignore })),
  );
  if (candidates.length === 0) return undefined;
  const addresses = addressesOf(finding, input);
  if (addresses.length === 0) return undefined;
  const found = candidates.find(({ site, ignore }) =>
    addresses.every((url) => fitsGlob(url, site.match) && (ignore.match === undefined || fitsGlob(url, [ignore.match]))),
  );
  return found?.ignore.why;
}

function addressesOf(finding: Said, input: RuleInput): string[] {
  const fires = new Set(finding.fires);
  const submissions = new Set(finding.submissions);
  const ids = new Set<string | null>();
  for (const fire of input.fires) if (fires.has(fire.id)) ids.add(fire.pageId);
  if (ids.size === 0) for (const one of input.submissions) if (submissions.has(one.id)) ids.add(one.fromPageId);
  if (ids.size === 0) for (const { kind, ref } of finding.evidence) if (kind === 'page') ids.add(ref);
  if (ids.has(null)) return [];
  return input.pages.filter((page) => ids.has(page.id)).map((page) => page.url);
}
