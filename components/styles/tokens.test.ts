import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Colours of each scheme as the sheet gives them: later blocks override earlier ones. */
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const blocks = [...css.matchAll(/(?:@media ([^{]+)\{\s*)?:root \{([^}]+)\}/g)].map(([, query, body]) => ({
  query: query?.trim() ?? '',
  values: Object.fromEntries([...(body ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])),
}));

function colours(dark: boolean, more: boolean): Record<string, string> {
  const holds = ({ query }: { query: string }) =>
    !query.includes('forced-colors') && (dark || !query.includes('dark')) && (more || !query.includes('more'));
  return Object.assign({}, ...blocks.filter(holds).map(({ values }) => values));
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [light(a), light(b)].sort((one, other) => other - one);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = [
  'surface',
  'surface-sunken',
  'surface-hover',
  'accent-surface',
  'ok-surface',
  'warn-surface',
  'bad-surface',
  'info-surface',
];
const inks = ['text', 'muted', 'accent', 'ok', 'warn', 'bad', 'info', 'pending'];

describe.each([
  ['light', false, false],
  ['dark', true, false],
  ['light, more contrast', false, true],
  ['dark, more contrast', true, true],
] as const)('%s', (_name, dark, more) => {
  const palette = colours(dark, more);
  const of = (name: string) => {
    const value = palette[name];
    if (!value) throw new Error(`tokens.css has no --${name}`);
    return value;
  };

  it('can be read wherever it is written', () => {
    const faint = inks.flatMap((ink) =>
      surfaces.flatMap((surface) => {
        const ratio = contrast(of(ink), of(surface));
        return ratio < 4.5 ? [`${ink} on ${surface}: ${ratio.toFixed(2)}`] : [];
      }),
    );
    expect(faint).toEqual([]);
    expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThanOrEqual(4.5);
  });

  it('draws what can be pressed so that its edge is seen', () => {
    expect(contrast(of('line-strong'), of('surface'))).toBeGreaterThanOrEqual(3);
  });

  it('is plainest on paper: 7 : 1 for those who asked for more', () => {
    const least = more ? 7 : 4.5;
    const faint = inks.flatMap((ink) => {
      const ratio = contrast(of(ink), of('surface'));
      return ratio < least ? [`${ink}: ${ratio.toFixed(2)}`] : [];
    });
    expect(faint).toEqual([]);
  });
});
