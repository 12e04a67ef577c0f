import { describe, expect, it } from 'vitest';
import type { Fire, PageCall } from '../../lib/model';
import { sampleFinding, sampleFire, sampleSession } from '../../test/helpers/sample-session';
import { matches, parseFilter } from './filter';
import type { Item } from './items';
import { createLookup } from './lookup';

describe('parseFilter', () => {
  it.each([
    ['', []],
    ['lead', [{ key: null, value: 'lead', not: false }]],
    [
      'Vendor:META -event:PageView',
      [
        { key: 'vendor', value: 'meta', not: false },
        { key: 'event', value: 'pageview', not: true },
      ],
    ],
    ['param:"content name"', [{ key: 'param', value: 'content name', not: false }]],
    ['-"two words"', [{ key: null, value: 'two words', not: true }]],
    ['https://a.example/x', [{ key: null, value: 'https://a.example/x', not: false }]],
    ['vendor: -', [{ key: null, value: '-', not: false }]],
    ['"unclosed here', [{ key: null, value: 'unclosed here', not: false }]],
  ])('reads %j', (text, terms) => {
    expect(parseFilter(text)).toEqual(terms);
  });
});

describe('matches', () => {
  const fire: Fire = sampleFire({
    label: 'quote-form',
    leadLike: 'typed',
    parameters: [{ key: 'cd[content_name]', value: 'Solar', label: 'Content name', source: 'query' }],
    caller: { url: 'https://cdn.example/tags.js', container: 'GTM-ALDER1' },
  });
  const call: PageCall = {
    id: 'c1',
    at: 1,
    pageId: 'p1',
    api: 'fbq',
    words: "fbq('track', 'Lead')",
    vendor: 'meta',
    event: 'Lead',
    fires: [],
  };
  const lookup = createLookup(sampleSession({ fires: [fire], calls: [call], findings: [sampleFinding()] }));
  const fireItem: Item = { kind: 'fire', key: 'f f1', at: fire.at, pageId: 'p1', fire };
  const callItem: Item = { kind: 'call', key: 'k c1', at: 1, pageId: 'p1', call };
  const holds = (item: Item, text: string) => matches(item, parseFilter(text), lookup);

  it.each([
    '',
    'lead',
    'META',
    'vendor:meta',
    'event:lead',
    'account:7319',
    'id:ah-1042',
    'page:/quote',
    'consent:allowed',
    'consent:granted',
    'is:fire',
    'is:lead',
    'is:problem',
    'rule:lead-off',
    'param:content_name=solar',
    'solar',
    'gtm-alder1',
    'every view',
    '-vendor:tiktok',
    'vendor:meta event:lead -event:pageview',
  ])('%j finds the fire', (text) => {
    expect(holds(fireItem, text)).toBe(true);
  });

  it.each([
    'tiktok',
    'vendor:google',
    'event:pageview',
    'consent:refused',
    'is:call',
    'is:automatic',
    'is:not-sent',
    '-lead',
    'vendor:meta -event:lead',
    'param:nothing',
  ])('%j leaves the fire out', (text) => {
    expect(holds(fireItem, text)).toBe(false);
  });

  it.each(['fbq', 'vendor:meta', 'is:call', 'event:lead', '-is:fire'])('%j finds the call', (text) => {
    expect(holds(callItem, text)).toBe(true);
  });

  it.each(['is:fire', 'consent:granted', 'rule:lead'])('%j leaves the call out', (text) => {
    expect(holds(callItem, text)).toBe(false);
  });
});
