import type { Session } from '../model';
import type { Paint } from './text';
import { clock, pathOf, plural } from './words';
import { wrapBeside } from './wrap';

/** What was looked at without a fault, and what could not be seen: a blind spot is named, never passed over. */
export function coverageLines(session: Session, width: number, paint: Paint): string[] {
  const { coverage } = session;
  const unseen = [
    ...Object.entries(coverage.blocked).map(
      ([vendor, count]) => `A blocker in this browser stopped ${plural(count, 'request')} of ${vendor}.`,
    ),
    ...coverage.gaps.map(
      ({ fromAt, toAt, why }) => `Not watched from ${fromAt === 0 ? 'the start' : clock(fromAt)} to ${clock(toAt)}: ${why}.`,
    ),
    ...(coverage.unreadBodies > 0 ? [`${plural(coverage.unreadBodies, 'request body')} could not be read.`] : []),
    ...coverage.unknownTags.map(({ host, reason, count }) => `${host}: ${reason} (${plural(count, 'request')}).`),
    ...coverage.blind.map(({ pageId, names }) => `On ${pageName(session, pageId)} the page has sealed ${names.join(', ')}.`),
  ];
  const passes = Object.entries(coverage.passes).filter(([, count]) => count > 0);
  const lines = [
    ...(passes.length > 0
      ? wrapBeside('Right       ', passes.map(([rule, count]) => `${rule} (${plural(count, 'time')})`).join(', '), width)
      : []),
    ...(coverage.ignored ?? []).flatMap(({ rule, why, count }) =>
      wrapBeside('Ignored     ', `${rule}, ${plural(count, 'finding')}, because your settings say: ${why}`, width),
    ),
    ...coverage.serverCopySigns.flatMap((sign) => wrapBeside('Server      ', sign, width)),
    ...unseen.flatMap((sentence, index) => wrapBeside(index === 0 ? 'Not seen    ' : '            ', sentence, width)),
  ];
  return lines.map((line) => paint('dim', line));
}

function pageName(session: Session, pageId: string): string {
  const page = session.pages.find((candidate) => candidate.id === pageId);
  return page ? pathOf(page.url) : 'a page';
}
