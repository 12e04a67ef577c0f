import { render } from 'preact';
import { App } from '../../components/App';
import { loadCore } from '../../lib/platform/load-core';
import { createPanelHost } from './panel-host';

const panel = document.getElementById('panel');
const ownTabOf = tabInAddress();
const place = ownTabOf === null ? {} : { boundTo: ownTabOf, isOwnTab: true };
if (panel) loadCore().then((core) => render(<App host={createPanelHost(core, place)} />, panel));

/** `?tab=7` shows that tab whatever the window's active one is: for a panel opened as a tab of its own. */
function tabInAddress(): number | null {
  const tab = new URLSearchParams(location.search).get('tab');
  return tab !== null && /^\d{1,15}$/.test(tab) ? Number(tab) : null;
}
