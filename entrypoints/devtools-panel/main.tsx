import { render } from 'preact';
import { App } from '../../components/App';
import { inspectedTab, openSource } from '../../lib/platform/devtools';
import { createPanelHost } from '../sidepanel/panel-host';

const panel = document.getElementById('panel');
if (panel) render(<App host={createPanelHost({ boundTo: inspectedTab(), openSource })} />, panel);
