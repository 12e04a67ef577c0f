import { describe, expect, it } from 'vitest';
import { closedDoor, roomOf } from './doors';
import { importsOf, read, sourceFiles } from './source-files';

const files = sourceFiles(['lib', 'components', 'entrypoints', 'cli']);

describe('doors open one way', () => {
  it('in every file', () => {
    const closed = files.flatMap((file) => importsOf(file).map((specifier) => closedDoor(file, specifier)));
    expect(closed.filter((sentence) => sentence !== null)).toEqual([]);
  });

  it.each([
    ['lib/rules/kit.ts', '../vendors/meta'],
    ['lib/model/fire.ts', '../ledger/pages'],
    ['lib/analyse.ts', './session/log'],
    ['components/App.tsx', '../lib/platform/browser'],
    ['components/App.tsx', 'webextension-polyfill'],
    ['lib/page/hook.ts', 'wxt/browser'],
    ['cli/main.ts', '../lib/platform/browser'],
  ])('%s may not import %s', (file, specifier) => {
    expect(closedDoor(file, specifier)).toMatch(/: .*\.$/);
  });

  it.each([
    ['lib/rules/kit.ts', '../model'],
    ['lib/rules/kit.ts', './duplicate-fire'],
    ['lib/analyse.ts', './rules'],
    ['lib/platform/browser.ts', 'webextension-polyfill'],
    ['entrypoints/sidepanel/main.tsx', '../../components/App'],
    ['cli/main.ts', '../lib/report/text'],
  ])('%s may import %s', (file, specifier) => {
    expect(closedDoor(file, specifier)).toBeNull();
  });

  it('knows the room of a file', () => {
    expect([roomOf('lib/analyse.ts'), roomOf('lib/rules/kit.ts'), roomOf('components/App.tsx'), roomOf('test/x.ts')]).toEqual([
      'analyse',
      'rules',
      'components',
      null,
    ]);
  });
});

describe('the browser API', () => {
  /** WXT's own `defineBackground` wrapper calls nothing; everything else goes through lib/platform. */
  it('is named in lib/platform and entrypoints only', () => {
    const offenders = files
      .filter((file) => !['platform', 'entrypoints', 'cli'].includes(roomOf(file) ?? ''))
      .filter((file) =>
        /\b(?:chrome|browser)\.(?:runtime|tabs|webRequest|webNavigation|storage|scripting|action|sidePanel)\b/.test(code(file)),
      );
    expect(offenders).toEqual([]);
  });
});

describe('the pure rooms', () => {
  const pure = files.filter((file) =>
    ['model', 'vendors', 'consent', 'ledger', 'rules', 'capture', 'report', 'analyse'].includes(roomOf(file) ?? ''),
  );

  it('read no clock, no randomness, no storage', () => {
    const offenders = pure.filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bMath\.random\(|\bcrypto\.|\bindexedDB\b|\bfetch\(/.test(code(file)),
    );
    expect(offenders).toEqual([]);
  });
});

describe('our own pages', () => {
  it('never turn text into markup or code', () => {
    const forbidden =
      /\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(|\beval\(|new Function\(/;
    const offenders = sourceFiles(['components', 'entrypoints', 'lib']).filter((file) => forbidden.test(code(file)));
    expect(offenders).toEqual([]);
  });
});

/** A file's text without comments, so that prose may name what code may not. */
function code(file: string): string {
  return read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1');
}
