import './styles/index.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PanelHost } from './host';
import { Boundary } from './parts/Boundary';
import { createStore } from './store/create-store';
import { handleKey } from './store/keys';
import { StoreContext, useStore } from './store/store-context';
import { Blank, blankOf } from './views/Blank';
import { Details, detailsText } from './views/Details';
import { FireList } from './views/FireList';
import { Header } from './views/Header';
import { HealthLine } from './views/HealthLine';
import { KeysHelp } from './views/KeysHelp';
import { Notices } from './views/Notices';
import { Problems } from './views/Problems';
import { Site } from './views/Site';
import { Tabs } from './views/Tabs';
import { VerdictLine } from './views/VerdictLine';

/** The panel, wherever it stands: what is true of this site first, then what proves it. */
export function App({ host }: { host: PanelHost }) {
  const [store] = useState(() => createStore(host));
  return (
    <StoreContext.Provider value={store}>
      <Panel />
    </StoreContext.Provider>
  );
}

function Panel() {
  const store = useStore();
  const root = useRef<HTMLDivElement>(null);
  const open = store.navigation.open.value;
  const narrow = useNarrow(root);

  useEffect(() => {
    const focus = (selector: string) => root.current?.querySelector<HTMLElement>(selector)?.focus();
    const onKey = (event: KeyboardEvent) => {
      const handled = handleKey(event, store, {
        filter: () => focus('.filter input'),
        // The list cannot be reached before the details over it are gone from the document.
        list: () => requestAnimationFrame(() => focus('.rows')),
        top: () => root.current?.querySelector('.rows')?.scrollTo({ top: 0 }),
        copy: () => {
          const text = detailsText(store);
          if (text !== null) void store.actions.copy(text);
        },
      });
      if (!handled) return;
      event.preventDefault();
      // In the developer tools the document hands some keys on to them: Escape would open their console.
      event.stopPropagation();
    };
    const { body } = document;
    body.addEventListener('keydown', onKey);
    return () => body.removeEventListener('keydown', onKey);
  }, [store]);

  return (
    <div class="panel" ref={root}>
      <Header />
      <VerdictLine />
      <Tabs />
      <Notices />
      <main class={open ? 'body has-details' : 'body'}>
        <section
          class="view"
          id="view"
          role="tabpanel"
          aria-labelledby={`tab-${store.navigation.tab.value}`}
          tabIndex={-1}
          inert={open !== null && narrow}
        >
          <Boundary of={store.navigation.tab.value}>
            <View />
          </Boundary>
        </section>
        {open && (
          <Boundary of={`${open.kind} ${open.id}`}>
            <Details of={open} />
          </Boundary>
        )}
      </main>
      <HealthLine />
      <KeysHelp />
    </div>
  );
}

/** Below this width, as in the styles, details lie over the list, and what is covered cannot be reached. */
const wideFrom = 800;

/** True while the panel itself, whatever the window, is too narrow for list and details side by side. */
function useNarrow(root: { readonly current: HTMLElement | null }): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    if (!root.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setNarrow(entry.contentRect.width < wideFrom);
    });
    observer.observe(root.current);
    return () => observer.disconnect();
  }, [root]);
  return narrow;
}

function View() {
  const { navigation, state } = useStore();
  const tab = navigation.tab.value;
  const blank = tab === 'site' ? null : blankOf(state.value);
  if (blank) return <Blank kind={blank} />;
  if (tab === 'problems') return <Problems />;
  if (tab === 'site') return <Site />;
  return <FireList key={tab} name={tab} />;
}
