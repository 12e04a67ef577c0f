import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analyse';
import { emptySettings, type Signal } from '../../lib/model';
import { stories } from './stories';

/**
 * Whole sessions, byte for byte: `NAME.signals.json` in, `NAME.session.json` out (without the signals, which would stand there twice).
 * A change of either is read like code. `UPDATE_GOLDEN=1 npx vitest run --project unit test/golden` writes both anew from stories.ts.
 */
const folder = import.meta.dirname;
const update = process.env.UPDATE_GOLDEN === '1';

function sessionOf(signals: readonly Signal[]): string {
  const { signals: _, ...session } = analyse(signals, { ...emptySettings, jurisdiction: 'eu' }, { source: 'session' });
  return `${JSON.stringify(session, null, 1)}\n`;
}

describe('golden sessions', () => {
  if (update) {
    for (const [name, tell] of Object.entries(stories)) {
      const signals = tell();
      writeFileSync(join(folder, `${name}.signals.json`), `${JSON.stringify(signals, null, 1)}\n`);
      writeFileSync(join(folder, `${name}.session.json`), sessionOf(signals));
    }
  }

  it.each(Object.keys(stories))('%s', (name) => {
    const signals = JSON.parse(readFileSync(join(folder, `${name}.signals.json`), 'utf8')) as Signal[];
    expect(sessionOf(signals)).toBe(readFileSync(join(folder, `${name}.session.json`), 'utf8'));
  });

  it('have a story each', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.signals.json'));
    expect(files.map((file) => file.replace('.signals.json', '')).sort()).toEqual(Object.keys(stories).sort());
    expect(files.every((file) => existsSync(join(folder, file.replace('.signals.', '.session.'))))).toBe(true);
  });
});
