import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/model';
import { callPreview } from './call-preview';

describe('callPreview', () => {
  it.each<[string, Json[], string, string[]]>([
    ['a data-layer event', [{ event: 'form_sent', form: 'quote', step: 3 }], 'form_sent', ['form: "quote"', 'step: 3']],
    ['a push without an event', [{ lead_type: 'solar' }], '', ['lead_type: "solar"']],
    ['a gtag command', [['consent', 'default', { ad_storage: 'denied' }]], 'consent default', ['ad_storage: "denied"']],
    ['a pixel call', ['track', 'Lead', { value: 1 }], 'track Lead', ['value: 1']],
    [
      'a gtag event whose values name an event too',
      [['event', 'generate_lead', { event: 'x' }]],
      'event generate_lead',
      ['event: "x"'],
    ],
    ['nested values by their size', [{ event: 'a', items: [1, 2], user: { id: 1 } }], 'a', ['items: [2]', 'user: {1}']],
    [
      'personal values masked',
      [{ event: 'a', email: 'ada@example.org', note: 'ada@example.org' }],
      'a',
      ['email: a•••••.org', 'note: a•••••.org'],
    ],
    ['unseen characters written out', [{ event: 'a\u202Eb' }], 'a\\u202Eb', []],
  ])('reads %s', (_name, args, title, lines) => {
    expect(callPreview(args)).toEqual({ title, lines, more: 0 });
  });

  it('is bounded', () => {
    const wide = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`k${n}`, 'x'.repeat(5_000)]));
    const preview = callPreview([wide]);
    expect(preview).toMatchObject({ more: 46 });
    expect(preview?.lines.every((line) => line.length < 80)).toBe(true);
  });

  it.each<[string, Json[]]>([
    ['no arguments', []],
    ['nothing that has a name', [null, true, []]],
  ])('has nothing to say of %s', (_name, args) => {
    expect(callPreview(args)).toBeNull();
  });
});
