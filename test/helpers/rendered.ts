import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

/** What is drawn into a document, and what a person can do with it. Elements are found by what a person finds them by. */
export interface Rendered {
  /** All text there is. */
  text(): string;
  /** The innermost element whose text, or whose label, is or matches this; throws when there is none. */
  find(words: string | RegExp): HTMLElement;
  has(words: string | RegExp): boolean;
  all(selector: string): HTMLElement[];
  press(words: string | RegExp): Promise<void>;
  key(key: string, on?: EventTarget): Promise<void>;
  /** Runs something that changes what is drawn, and waits until it is drawn. */
  change(run: () => void): Promise<void>;
  remove(): void;
}

export function rendered(child: ComponentChild): Rendered {
  const root = document.body.appendChild(document.createElement('div'));
  act(() => render(child, root));
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const fits = (text: string, words: string | RegExp) => (typeof words === 'string' ? text.trim() === words : words.test(text));
  const seek = (words: string | RegExp) =>
    all('[aria-label]').find((element) => fits(element.getAttribute('aria-label') ?? '', words)) ??
    all('*').findLast((element) => fits(element.textContent ?? '', words));
  const find = (words: string | RegExp) => {
    const element = seek(words);
    if (!element) throw new Error(`Nothing says ${words}. There is: ${root.textContent}`);
    return element;
  };
  const change = (run: () => void) => act(async () => run());
  return {
    text: () => root.textContent ?? '',
    find,
    has: (words) => seek(words) !== undefined,
    all,
    change,
    press: (words) => change(() => find(words).click()),
    key: (key, on = document.body) => change(() => void on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))),
    remove() {
      act(() => render(null, root));
      root.remove();
    },
  };
}
