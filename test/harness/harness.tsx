import { signal } from '@preact/signals';
import { render } from 'preact';
import { App } from '../../components/App';
import type { PanelActions } from '../../components/host';
import { panelStates } from './panel-states';

/** The panel without an extension: `#faulty` in the address names the state. */
const name = location.hash.slice(1) || 'faulty';
const make = panelStates[name] ?? panelStates.faulty;
const nothing = () => {};
const actions: PanelActions = {
  pause: nothing,
  resume: nothing,
  clear: nothing,
  exportSession: nothing,
  reloadTab: nothing,
  lock: nothing,
  copy: nothing,
};
const root = document.getElementById('panel');
if (root && make) render(<App host={{ state: signal(make()), actions }} />, root);
