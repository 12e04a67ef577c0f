import type { Evidence, Fire } from '../model';
import type { RuleContext } from './kit';
import { count, duration } from './words';

/** The first few fires, each a line with what tells it apart, and how many more there are. */
export function fireEvidence(fires: readonly Fire[], context: RuleContext, most = 4): Evidence[] {
  const lines: Evidence[] = fires.slice(0, most).map((fire) => ({ kind: 'fire', ref: fire.id, text: fireWords(fire, context) }));
  const next = fires[most];
  if (next) lines.push({ kind: 'note', ref: next.id, text: `And ${count(fires.length - most, 'more fire')} like these.` });
  return lines;
}

/** One fire in a line: what was sent, when after its page began, with which id. */
export function fireWords(fire: Fire, context: RuleContext): string {
  const page = context.page(fire.pageId);
  const when = page ? `, ${duration(fire.at - page.at)} after the page began` : '';
  const missing = fire.leadLike !== undefined && fire.dedup !== undefined ? ', no event id' : '';
  const id = fire.eventId === undefined ? missing : `, event id ${fire.eventId}`;
  const failed = fire.outcome === 'not-sent' ? `, did not leave (${fire.error ?? 'reason unknown'})` : '';
  return `${fire.vendorName} ${fire.event}${when}${id}${failed}`;
}
