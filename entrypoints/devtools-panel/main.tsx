import { render } from 'preact';
import { App } from '../../components/App';
import { inspectedTab, openSource } from '../../lib/platform/devtools';
import { loadCore } from '../../lib/platform/load-core';
import { createPanelHost } from '../sidepanel/panel-host';

const panel = document.getElementById('panel');
if (panel) {
  const place = { boundTo: inspectedTab(), openSource };
  loadCore().then((core) => render(<App host={createPanelHost(core, place)} />, panel));
}
