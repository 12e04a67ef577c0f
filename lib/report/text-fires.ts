import type { Fire, Session } from '../model';
import type { Paint } from './text';
import { numbered } from './text-findings';
import { clock, consentWord, pathOf } from './words';
import { cell, visible } from './wrap';

/** Table of all fires, page by page: time, vendor, event, id, consent, and the numbers of the findings that speak of it. */
export function fireLines(session: Session, width: number, paint: Paint): string[] {
  if (session.fires.length === 0) return [];
  const references = referencesOf(session);
  const vendorOf = vendorNames(session);
  const vendorWidth = Math.min(18, Math.max(6, ...session.fires.map((fire) => vendorOf(fire).length)));
  const room = Math.max(24, width - vendorWidth - 12 - 10 - 7 - 6);
  const columns = { event: Math.ceil(room * 0.55), id: room - Math.ceil(room * 0.55) };
  const row = (time: string, vendor: string, event: string, id: string, consent: string, see: string): string =>
    `${cell(time, 12)}  ${cell(vendor, vendorWidth)} ${cell(event, columns.event)} ${cell(id, columns.id)} ${cell(consent, 10)} ${visible(see)}`.trimEnd();
  const lines = [paint('bold', row('Fires (UTC)', 'Vendor', 'Event', 'Event id', 'Consent', 'Finding'))];
  for (const group of byPage(session)) {
    lines.push('', visible(group.title).slice(0, width));
    for (const fire of group.fires) {
      const see = references.get(fire.id)?.join(' ') ?? '';
      const line = row(clock(fire.at), vendorOf(fire), eventWords(fire), idOf(fire), consentWord(fire), see);
      lines.push(see === '' ? line : line.replace(/\S+$/, (last) => paint('bold', last)));
    }
  }
  return lines;
}

interface Group {
  title: string;
  fires: Fire[];
}

function byPage(session: Session): Group[] {
  const groups = new Map<string | null, Group>();
  for (const page of session.pages) {
    const why =
      page.cause === 'commit'
        ? ''
        : `, ${{ reload: 'reloaded', history: 'from history', restore: 'restored', route: 'route' }[page.cause]}`;
    const what = page.confirmation ? ', confirmation page' : '';
    groups.set(page.id, { title: `${pathOf(page.url)}${why}${what}`, fires: [] });
  }
  for (const fire of session.fires) {
    const group = groups.get(fire.pageId) ?? { title: 'Page not known', fires: [] };
    group.fires.push(fire);
    groups.set(fire.pageId, group);
  }
  return [...groups.values()].filter((group) => group.fires.length > 0);
}

function referencesOf(session: Session): Map<string, number[]> {
  const references = new Map<string, number[]>();
  for (const [index, finding] of numbered(session).entries()) {
    for (const fire of finding.fires) references.set(fire, [...(references.get(fire) ?? []), index + 1]);
  }
  return references;
}

/** A vendor's name, with the end of the account where a vendor has several. */
function vendorNames(session: Session): (fire: Fire) => string {
  const accounts = new Map<string, Set<string | null>>();
  for (const { vendor, account } of session.fires) accounts.set(vendor, (accounts.get(vendor) ?? new Set()).add(account));
  return ({ vendor, vendorName, account }) =>
    (accounts.get(vendor)?.size ?? 0) > 1 && account ? `${vendorName} …${account.slice(-4)}` : vendorName;
}

function eventWords(fire: Fire): string {
  const label = fire.label ? ` ${fire.label}` : '';
  const unsent = fire.outcome === 'not-sent' ? ' (not sent)' : '';
  return `${fire.event}${label}${unsent}`;
}

function idOf(fire: Fire): string {
  return fire.eventId ?? fire.orderId ?? '';
}
