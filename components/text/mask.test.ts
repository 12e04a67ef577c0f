import { describe, expect, it } from 'vitest';
import type { Json, Parameter } from '../../lib/model';
import { sampleFire } from '../../test/helpers/sample-session';
import { fireText } from './fire-text';
import { hidesAnything, isPersonal, isPersonalParameter, masked, maskedText, secretsOf } from './mask';

const parameter = (key: string, value: string, more: Partial<Parameter> = {}): Parameter => ({
  key,
  value,
  source: 'query',
  ...more,
});

describe('masked', () => {
  it.each([
    ['ada.larch@example.org', 'a•••••.org'],
    ['abc', '•••••'],
    ['fb.1.1790000000.12345', 'fb•••••'],
    ['a1'.repeat(32), 'a1a1a1•••••'],
    ['', ''],
  ])('%s is shown as %s', (value, expected) => {
    expect(masked(value)).toBe(expected);
  });
});

describe('isPersonal', () => {
  it.each([
    ['email', 'x'],
    ['user.phone', '1'],
    ['ud[em]', 'x'],
    ['first_name', 'Ada'],
    ['anything', 'write to ada@example.org'],
    ['anything', 'ada%40example.org'],
  ])('%s = %s is', (key, value) => {
    expect(isPersonal(key, value)).toBe(true);
  });

  it.each([
    ['event', 'email_signup'],
    ['item', 'theme'],
    ['phase', '2'],
    ['system', 'x'],
    ['handle', '@adalarch'],
    ['email', null],
    ['email', { nested: true }],
  ])('%s = %j is not', (key, value) => {
    expect(isPersonal(key, value)).toBe(false);
  });
});

describe('hidesAnything', () => {
  it.each<[Json, boolean]>([
    [{ event: 'form_sent', form: 'quote' }, false],
    [{ user: { contact: [{ email: 'ada@example.org' }] } }, true],
    [['track', 'Lead', { ph: '491701234567' }], true],
    ['Lead', false],
    [null, false],
    [{ email: null }, false],
  ])('%j: %s', (value, expected) => {
    expect(hidesAnything(value)).toBe(expected);
  });
});

describe('a fire', () => {
  const fire = sampleFire({
    parameters: [
      parameter('ud[em]', 'a1'.repeat(32)),
      parameter('fbp', 'fb.1.179.12345', { group: 'user' }),
      parameter('cd[content_name]', 'Angebot'),
      parameter('note', 'call ada@example.org'),
      parameter('em', ''),
    ],
    userData: [{ key: 'em', form: 'sha256' }],
  });

  it('hides who the visitor is and nothing else', () => {
    expect(fire.parameters.map((one) => isPersonalParameter(fire, one))).toEqual([true, true, false, true, false]);
    expect(secretsOf(fire)).toHaveLength(3);
  });

  it('hides it in the raw request however it was encoded', () => {
    const raw = `https://a.example/tr?fbp=fb.1.179.12345&note=${encodeURIComponent('call ada@example.org')}&plain=ada%40example.org`;
    const shown = maskedText(raw, secretsOf(fire));
    expect(shown).not.toMatch(/12345|ada/);
    expect(shown).toContain('https://a.example/tr?fbp=fb');
  });

  it('copies masked unless it was asked for', () => {
    expect(fireText(fire, false)).not.toContain('ada@example.org');
    expect(fireText(fire, false)).toContain('cd[content_name]: Angebot');
    expect(fireText(fire, true)).toContain('ada@example.org');
  });
});
