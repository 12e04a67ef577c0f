import type { PageReport } from '../../model';
import { plain } from '../forms/plain';

interface Navigated extends Event {
  navigationType?: string | null;
}

const mostText = 200;

/** Reports routes, what the page calls itself, and its comings and goings. Returns how to look at title and heading again. */
export function watchPage(report: (report: PageReport) => void, now: () => number): () => void {
  let before = location.href;
  let said = '';

  function page(event: 'route' | 'described' | 'ended' | 'restore' | 'click', rest: object = {}): void {
    report({ kind: 'page', at: now(), event, url: location.href, ...rest });
  }

  /** The Navigation API tells of every change of the entry, in our own world (https://html.spec.whatwg.org/#navigation-interface). */
  const { navigation } = window as unknown as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', (event) => {
    const type = (event as Navigated).navigationType;
    if (type !== 'push' && type !== 'replace' && type !== 'traverse') return;
    const onlyFragment = before !== location.href && withoutFragment(before) === withoutFragment(location.href);
    before = location.href;
    page('route', { route: onlyFragment ? 'fragment' : type });
  });

  addEventListener(
    'click',
    (event) => {
      if (event.isTrusted && event.target instanceof Element && !event.target.closest('form,label')) page('click');
    },
    true,
  );
  addEventListener('pagehide', () => page('ended'));
  addEventListener('pageshow', (event) => {
    if (event.persisted) page('restore');
  });

  function describe(): void {
    const find = plain(document, 'querySelector').bind(document);
    const title = short(plain(document, 'title'));
    const heading = short(find('h1')?.textContent ?? find('h2')?.textContent ?? '');
    const now = JSON.stringify([title, heading, location.href]);
    if (now === said || plain(document, 'readyState') === 'loading') return;
    said = now;
    page('described', { title, heading, referrer: plain(document, 'referrer') });
  }
  document.addEventListener('DOMContentLoaded', describe);
  describe();
  return describe;
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? url;
}

function short(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, mostText);
}
