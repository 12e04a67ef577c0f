import { describe, expect, it } from 'vitest';
import { fitsGlob } from './url-glob';

describe('fitsGlob', () => {
  it.each([
    ['https://www.lichtdach.example/danke/?id=7', 'https://www.lichtdach.example/danke/'],
    ['https://www.lichtdach.example/danke/?id=7', 'https://www.lichtdach.example/*'],
    ['https://www.lichtdach.example/danke/', 'www.lichtdach.example'],
    ['https://www.lichtdach.example/danke/', '*.lichtdach.example'],
    ['https://www.lichtdach.example/danke/', 'www.lichtdach.example/danke/'],
    ['https://www.lichtdach.example/angebot/danke/', '/angebot/*'],
    ['https://www.lichtdach.example/de/angebot/danke/', '/*/danke/'],
    ['https://www.lichtdach.example/?seite=danke', '/?seite=danke'],
    ['https://www.lichtdach.example:8443/', 'www.lichtdach.example:8443/*'],
    ['about:blank', 'about:*'],
    ['https://www.lichtdach.example/', '*'],
  ])('%s fits %s', (url, glob) => {
    expect(fitsGlob(url, [glob])).toBe(true);
  });

  it.each([
    ['https://www.lichtdach.example/danke/', '/danke'],
    ['https://www.lichtdach.example/danke/', 'lichtdach.example'],
    ['https://lichtdach.example/', '*.lichtdach.example'],
    ['https://www.lichtdach.example/danke/', 'http://www.lichtdach.example/danke/'],
    ['https://www.lichtdach.example/danke/', '/angebot/*'],
    ['https://andere.example/?ziel=https://www.lichtdach.example/danke/', 'www.lichtdach.example/*'],
    ['https://www.lichtdach.example/aba', '/ab*ba'],
    ['https://www.lichtdach.example/', ''],
    ['about:blank', '/'],
  ])('%s does not fit %s', (url, glob) => {
    expect(fitsGlob(url, [glob])).toBe(false);
  });

  it('fits nothing without globs', () => {
    expect(fitsGlob('https://www.lichtdach.example/', [])).toBe(false);
  });

  it('stays linear when a pattern is written to backtrack', () => {
    expect(fitsGlob(`https://a.example/${'a'.repeat(20_000)}b`, [`${'*a'.repeat(5_000)}*c`])).toBe(false);
  });
});
