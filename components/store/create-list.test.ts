import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../lib/model';
import { sampleFire, samplePage, sampleRequest, sampleSession } from '../../test/helpers/sample-session';
import { createList } from './create-list';

const fires = (count: number) =>
  Array.from({ length: count }, (_, n) => sampleFire({ id: `f${n + 1}`, at: samplePage().at + n }));
const signals = (count: number) => Array.from({ length: count }, (_, n) => sampleRequest({ id: `s:${n}:0` }));
const sessionOf = (count: number, more: Partial<Session> = {}) =>
  sampleSession({ fires: fires(count), signals: signals(count), ...more });

function listOf(count: number) {
  const session = signal(sessionOf(count));
  const list = createList({ session, counted: 'fire', kinds: { all: ['fire'], only: ['fire'], leads: ['fire'] } });
  const keys = () => list.rows.value.rows.map((row) => row.key);
  return { session, list, keys };
}

describe('a list while nobody reads', () => {
  it('shows what comes at once', () => {
    const { session, list, keys } = listOf(1);
    session.value = sessionOf(2);
    expect(keys()).toEqual(['p p1', 'f f2', 'f f1']);
    expect(list.fresh.value).toBe(0);
  });
});

describe('a list while somebody reads', () => {
  it('stays as it is and counts what waits', () => {
    const { session, list, keys } = listOf(1);
    list.read(true);
    session.value = sessionOf(13);
    expect(keys()).toEqual(['p p1', 'f f1']);
    expect(list.fresh.value).toBe(12);
  });

  it('counts only what passes the filter', () => {
    const { session, list } = listOf(1);
    list.filter.value = 'event:lead';
    list.read(true);
    session.value = sampleSession({
      fires: [...fires(2), sampleFire({ id: 'f3', event: 'PageView', category: 'page_view' })],
      signals: signals(3),
    });
    expect(list.fresh.value).toBe(1);
  });

  it('shows what waited when asked, and when the reading is over', () => {
    for (const end of ['release', 'read'] as const) {
      const { session, list, keys } = listOf(1);
      list.read(true);
      session.value = sessionOf(2);
      if (end === 'release') list.release();
      else list.read(false);
      expect(keys()).toHaveLength(3);
      expect(list.fresh.value).toBe(0);
    }
  });

  it.each([
    ['cleared', sessionOf(0, { pages: [] })],
    ['another tab’s', sessionOf(5, { pages: [samplePage({ id: 'other' })] })],
  ])('never goes on showing a session that was %s', (_name, next) => {
    const { session, list } = listOf(3);
    list.read(true);
    session.value = next;
    expect(list.rows.value.all).toBe(next.fires.length);
    expect(list.fresh.value).toBe(0);
  });
});

describe('the row the keyboard stands on', () => {
  it('starts at the first, stops at both ends, and stays on its row when others come', () => {
    const { session, list } = listOf(2);
    expect(list.move(1)?.key).toBe('p p1');
    expect(list.move(1)?.key).toBe('f f2');
    session.value = sessionOf(3);
    expect(list.current()?.key).toBe('f f2');
    expect(list.move(Number.POSITIVE_INFINITY)?.key).toBe('f f1');
    expect(list.move(1)?.key).toBe('f f1');
    expect(list.move(Number.NEGATIVE_INFINITY)?.key).toBe('p p1');
  });

  it('is nowhere in an empty list', () => {
    const session = signal(sampleSession({ fires: [], pages: [] }));
    const list = createList({ session, counted: 'fire', kinds: { all: ['fire'], only: ['fire'], leads: ['fire'] } });
    expect(list.move(1)).toBeUndefined();
    expect(list.cursor.value).toBeNull();
  });

  it('folds and unfolds a page', () => {
    const { list, keys } = listOf(2);
    list.fold('p p1', true);
    expect(keys()).toEqual(['p p1']);
    list.fold('p p1', false);
    expect(keys()).toHaveLength(3);
  });
});
