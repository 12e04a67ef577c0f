import { type Tab, tabs } from '../store/create-navigation';
import type { Store } from '../store/create-store';
import { useStore } from '../store/store-context';
import { words } from '../words';

/** The views; one stop for the Tab key, arrows move inside. */
export function Tabs() {
  const store = useStore();
  const shown = store.navigation.tab.value;
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const next = tabs[(tabs.indexOf(shown) + by + tabs.length) % tabs.length] ?? shown;
    store.navigation.go(next);
    document.getElementById(`tab-${next}`)?.focus();
    event.preventDefault();
  };
  return (
    <nav aria-label={words.tabs.label}>
      <div class="tabs" role="tablist" aria-label={words.tabs.label} onKeyDown={onKey}>
        {tabs.map((tab) => {
          const count = countOf(tab, store);
          return (
            <button
              key={tab}
              id={`tab-${tab}`}
              type="button"
              role="tab"
              aria-selected={tab === shown}
              aria-controls="view"
              tabIndex={tab === shown ? 0 : -1}
              onClick={() => store.navigation.go(tab)}
            >
              {words.tabs[tab]}
              {count > 0 && <span class="count">{words.number(count)}</span>}
            </button>
          );
        })}
      </div>
    </nav>
  );
}

function countOf(tab: Tab, { state }: Store): number {
  const { session } = state.value;
  if (tab === 'problems')
    return session.findings.filter((finding) => finding.verdict === 'fail' && finding.severity !== 'info').length;
  if (tab === 'fires') return session.fires.length;
  return tab === 'data' ? session.calls.length : 0;
}
