import { addDevtoolsPanel } from '../../lib/platform/devtools';

void addDevtoolsPanel('/devtools-panel.html');
