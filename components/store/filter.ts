import { consentState } from './consent-state';
import type { Item } from './items';
import type { Lookup } from './lookup';

/** One word of a filter: free text, or `key:value`; `-` before it leaves out what matches. */
export interface Term {
  key: Key | null;
  value: string;
  not: boolean;
}

const keys = ['vendor', 'event', 'consent', 'account', 'page', 'id', 'rule', 'is', 'param'] as const;
type Key = (typeof keys)[number];

/** Reads a filter. Quotes keep spaces together; an unknown `key:` is plain text, since addresses contain colons. */
export function parseFilter(text: string): Term[] {
  const terms: Term[] = [];
  for (const [whole] of text.matchAll(/-?(?:[a-z]+:)?"[^"]*"?|\S+/gi)) {
    const not = whole.length > 1 && whole.startsWith('-');
    const word = (not ? whole.slice(1) : whole).toLowerCase();
    const colon = word.indexOf(':');
    const key = keys.find((name) => name === word.slice(0, colon)) ?? null;
    const value = (key ? word.slice(colon + 1) : word).replaceAll('"', '');
    if (value !== '') terms.push({ key, value, not });
  }
  return terms;
}

/** True when every term holds for this row. */
export function matches(item: Item, terms: readonly Term[], lookup: Lookup): boolean {
  return terms.every((term) => holds(item, term, lookup) !== term.not);
}

function holds(item: Item, term: Term, lookup: Lookup): boolean {
  if (term.key === null) return anywhere(item, term.value, lookup);
  const found = field(item, term.key, lookup);
  return found.some((text) => text?.toLowerCase().includes(term.value));
}

function field(item: Item, key: Key, lookup: Lookup): (string | null | undefined)[] {
  if (key === 'page') return [lookup.page(item.pageId ?? '')?.url];
  if (key === 'is') return kinds(item, lookup);
  if (item.kind === 'fire') return fireField(item.fire, key, lookup);
  if (item.kind === 'call') return callField(item.call, key);
  if (item.kind === 'consent' && key === 'consent') return [item.change.state, item.change.framework];
  return [];
}

function fireField(fire: (Item & { kind: 'fire' })['fire'], key: Key, lookup: Lookup): (string | null | undefined)[] {
  if (key === 'vendor') return [fire.vendor, fire.vendorName];
  if (key === 'event') return [fire.event, fire.category];
  if (key === 'account') return [fire.account, fire.conversionId];
  if (key === 'id') return [fire.eventId, fire.orderId];
  if (key === 'rule') return lookup.findings(fire.id).map((finding) => finding.rule);
  // `cd[content_name]=x` is found as `content_name=x` too: nobody should have to type a bracket.
  if (key === 'param')
    return fire.parameters.flatMap(({ key: name, value }) => [`${name}=${value}`, `${name.replaceAll(']', '')}=${value}`]);
  const state = consentState(fire);
  return [state.key, state.word];
}

function callField(call: (Item & { kind: 'call' })['call'], key: Key): (string | null | undefined)[] {
  if (key === 'vendor') return [call.vendor, call.api];
  if (key === 'event') return [call.event];
  if (key === 'account') return call.accounts ?? [];
  if (key === 'id') return [call.eventId];
  return [];
}

function kinds(item: Item, lookup: Lookup): string[] {
  if (item.kind !== 'fire') return [item.kind];
  const { fire } = item;
  const found = ['fire', fire.category];
  if (fire.leadLike) found.push('lead');
  if (lookup.findings(fire.id).some((finding) => finding.verdict === 'fail')) found.push('problem');
  if (fire.automatic) found.push('automatic');
  if (fire.outcome === 'not-sent') found.push('not-sent');
  return found;
}

function anywhere(item: Item, value: string, lookup: Lookup): boolean {
  const has = (text: string | null | undefined) => text?.toLowerCase().includes(value) ?? false;
  switch (item.kind) {
    case 'fire': {
      const { fire } = item;
      return (
        has(fire.event) ||
        has(fire.vendorName) ||
        has(fire.account) ||
        has(fire.eventId) ||
        has(fire.label) ||
        has(consentState(fire).word) ||
        lookup.findings(fire.id).some((finding) => has(finding.title) || has(finding.rule)) ||
        fire.parameters.some((parameter) => has(parameter.value) || has(parameter.key) || has(parameter.label)) ||
        has(fire.caller?.url) ||
        has(fire.caller?.container) ||
        has(lookup.page(fire.pageId ?? '')?.url)
      );
    }
    case 'call':
      return has(item.call.words) || has(item.call.event) || has(item.call.api) || has(item.call.caller?.url);
    case 'submission':
      return has(item.submission.formLabel) || has(item.submission.outcome) || has(item.submission.basis);
    case 'consent':
      return has(item.change.words) || has(item.change.framework);
    case 'gap':
      return has(item.why);
  }
}
