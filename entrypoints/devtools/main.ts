import { createDevtoolsMapper } from '../../lib/capture/devtools';
import { client } from '../../lib/platform/client';
import { addDevtoolsPanel, inspectedTab, onRequestFinished } from '../../lib/platform/devtools';

void addDevtoolsPanel('/devtools-panel.html');

// Runs while the developer tools are open, whichever of their panels is shown.
const bodyOf = createDevtoolsMapper({ name: crypto.randomUUID().slice(0, 8), tabId: inspectedTab() });
onRequestFinished((entry) => {
  const signal = bodyOf(entry);
  // A body that does not arrive stays one that could not be read, and is counted as such.
  if (signal) client.ask('devtools/body', { signal }).catch(() => {});
});
