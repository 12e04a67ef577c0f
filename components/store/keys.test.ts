// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { sampleHost } from '../../test/helpers/sample-panel';
import { sampleFire, sampleSession } from '../../test/helpers/sample-session';
import { createStore } from './create-store';
import { handleKey } from './keys';

function panel() {
  const host = sampleHost(
    sampleSession({ fires: [sampleFire({ id: 'f1' }), sampleFire({ id: 'f2', at: sampleFire().at + 9 })] }),
  );
  const store = createStore(host);
  const focused: string[] = [];
  const press = (key: string, more: KeyboardEventInit = {}, on: EventTarget = document.body) => {
    let handled = false;
    const listen = (event: Event) => {
      handled = handleKey(event as KeyboardEvent, store, {
        filter: () => focused.push('filter'),
        list: () => focused.push('list'),
        top: () => focused.push('top'),
        copy: () => focused.push('copy'),
      });
    };
    on.addEventListener('keydown', listen, { once: true });
    on.dispatchEvent(new KeyboardEvent('keydown', { key, ...more }));
    return handled;
  };
  return { host, store, press, focused };
}

describe('single keys', () => {
  it.each([
    ['1', 'problems'],
    ['2', 'fires'],
    ['3', 'data'],
    ['4', 'site'],
  ])('%s shows %s', (key, tab) => {
    const { store, press } = panel();
    expect(press(key)).toBe(true);
    expect(store.navigation.tab.value).toBe(tab);
  });

  it.each([
    ['p', 'pause'],
    ['P', 'pause'],
    ['e', 'export'],
  ])('%s does %s', async (key, done) => {
    const { host, press } = panel();
    press(key);
    await Promise.resolve();
    expect(host.done).toEqual([done]);
  });

  it('/ goes to the filter, C copies what is open', () => {
    const { press, focused } = panel();
    press('/');
    press('c');
    expect(focused).toEqual(['filter', 'copy']);
  });

  it('N shows what waited, at the top, and follows from there', () => {
    const { host, store, press, focused } = panel();
    store.navigation.go('fires');
    store.fires.move(2);
    store.fires.read(true);
    const { session } = host.state.value;
    host.state.value = { ...host.state.value, session: { ...session, fires: [...session.fires, sampleFire({ id: 'f3' })] } };
    expect(store.fires.fresh.value).toBe(1);
    press('n');
    expect([store.fires.fresh.value, store.fires.cursor.value, focused]).toEqual([0, null, ['top']]);
  });

  it('J and K step, and step what is open along', () => {
    const { store, press } = panel();
    store.navigation.go('fires');
    press('j');
    press('j');
    expect(store.navigation.open.value).toBeNull();
    store.navigation.show({ kind: 'fire', id: 'f2' });
    press('j');
    expect(store.navigation.open.value).toEqual({ kind: 'fire', id: 'f1' });
    press('k');
    expect(store.navigation.open.value).toEqual({ kind: 'fire', id: 'f2' });
  });

  it.each(['input', 'textarea'])('are letters in a %s', (tag) => {
    const { host, store, press } = panel();
    const field = document.body.appendChild(document.createElement(tag));
    expect(press('p', {}, field)).toBe(false);
    expect(press('2', {}, field)).toBe(false);
    expect([host.done, store.navigation.tab.value]).toEqual([[], 'problems']);
    field.remove();
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])('leave the browser its own: %j', (modifier) => {
    const { host, press } = panel();
    expect(press('p', modifier)).toBe(false);
    expect(host.done).toEqual([]);
  });

  it('can be switched off, all but Escape', () => {
    const { store, press } = panel();
    store.keysOn.value = false;
    expect(press('2')).toBe(false);
    store.keysShown.value = true;
    expect(press('Escape')).toBe(true);
    expect(store.keysShown.value).toBe(false);
  });

  it('mean nothing when unknown', () => {
    expect(panel().press('z')).toBe(false);
  });
});

describe('Escape', () => {
  it('goes back one thing at a time, and to the row in the end', () => {
    const { store, press, focused } = panel();
    store.navigation.show({ kind: 'fire', id: 'f1' });
    store.actions.askToClear();
    press('Escape');
    expect([store.actions.asking.value, store.navigation.open.value]).toEqual([false, { kind: 'fire', id: 'f1' }]);
    press('Escape');
    expect(store.navigation.open.value).toBeNull();
    expect(focused).toEqual(['list']);
    expect(press('Escape')).toBe(false);
  });
});
