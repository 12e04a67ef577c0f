import type { Session } from '../model';

/** One fire a line, with the address of its page and the rules that speak of it. */
export function ndjson(session: Session): string {
  const urls = new Map(session.pages.map((page) => [page.id, page.url]));
  const rules = new Map<string, string[]>();
  for (const finding of session.findings) {
    for (const fire of finding.fires) rules.set(fire, [...(rules.get(fire) ?? []), finding.rule]);
  }
  return session.fires
    .map((fire) => {
      const pageUrl = fire.pageId === null ? null : (urls.get(fire.pageId) ?? null);
      return `${JSON.stringify({ ...fire, pageUrl, rules: [...new Set(rules.get(fire.id))] })}\n`;
    })
    .join('');
}
