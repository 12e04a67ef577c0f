import type { PanelHost } from './host';

/** The side panel. */
export function App({ host }: { host: PanelHost }) {
  const { session } = host.state.value;
  return <main>{session.fires.length} fires</main>;
}
