import { isDeepStrictEqual } from 'node:util';
import { blindOf, callsOf, hostilePages, visitHostilePages } from '../hostile/visit';
import { row, type Trial } from './trial';

/** Pages that look for whoever watches them, or break what they touch: each must see the same with the extension as without. */
export const trial: Trial = {
  id: 'T7',
  title: 'hostile pages, with the extension and without',
  async run() {
    const { browser, plain, watched, signals } = await visitHostilePages();
    const namesOf = (isFault: (one: (typeof hostilePages)[number]) => boolean) =>
      hostilePages.filter(isFault).map(({ page }) => page.name);
    const changed = namesOf(({ path }) => !isDeepStrictEqual(plain.get(path), watched.get(path)));
    const mute = namesOf(({ path }) => plain.get(path)?.answer === undefined);
    const misread = namesOf(({ page, path }) => page.sees !== undefined && !isDeepStrictEqual(callsOf(signals, path), page.sees));
    const unnamed = namesOf(({ page, path }) => !isDeepStrictEqual(blindOf(signals, path), page.blind ?? []));
    const tried = `${hostilePages.length} pages`;
    const count = (names: readonly string[], what: string) => `${[names.length, ...names].join(', ')} ${what} of ${tried}`;
    return [
      row(
        { name: browser },
        count([...changed, ...mute], 'changed'),
        '0 changed, ≥ 40 pages',
        changed.length + mute.length === 0 && hostilePages.length >= 40,
      ),
      row({ name: browser }, count(misread, 'misread'), 'every call as it was', misread.length === 0),
      row({ name: browser }, count(unnamed, 'with a blind spot unnamed'), 'blind spots reported', unnamed.length === 0),
    ];
  },
};
