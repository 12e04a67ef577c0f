import { createAnalyser } from '../lib/analyse';
import { emptySettings, type Signal } from '../lib/model';
import { fakeVendors, hit } from '../test/helpers/fake-vendors';
import { aForm, createVisit } from '../test/helpers/signal-builders';

/**
 * How long a session takes, for a hundred thousand and a million signals: `npx esbuild bench/analyse.ts --bundle --platform=node
 * --format=esm --outfile=/tmp/bench.mjs && node --max-old-space-size=4096 /tmp/bench.mjs`. Ten times the signals may take eleven times as long.
 */
const site = 'https://www.lichtdach.example';
const form = aForm();

/** Visits of about forty signals in twenty tabs, told in order of time. */
function manySignals(count: number): Signal[] {
  const tabs = Array.from({ length: 20 }, (_, n) => createVisit({ tabId: n + 1, at: 1_000_000 + n }));
  let total = 0;
  while (total < count) {
    for (const visit of tabs) {
      const before = visit.signals.length;
      visit.wait(60_000).open(`${site}/`);
      visit.pixel(hit('PageView'));
      for (let n = 0; n < 6; n++) visit.request(`${site}/image-${n}.png`);
      visit.wait(4000).open(`${site}/angebot/`);
      visit.form('present', form);
      visit.pixel(hit('PageView'));
      visit.call('dataLayer', [{ event: 'scroll' }], { method: 'push' });
      visit.wait(9000).post(form, { to: `${site}/danke/` });
      visit.call('px', ['track', 'Lead', { eid: `${before}` }]);
      visit.pixel(hit('Lead', { eid: `${before}` }));
      total += visit.signals.length - before;
    }
  }
  return tabs.flatMap((visit) => visit.signals).sort((a, b) => a.at - b.at);
}

function seconds(run: () => void): number {
  const from = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - from) / 1e9;
}

const took = [100_000, 1_000_000].map((count) => {
  const signals = manySignals(count);
  const analyser = createAnalyser({ ...emptySettings, jurisdiction: 'eu' }, { vendors: fakeVendors });
  const push = seconds(() => {
    for (const signal of signals) analyser.push(signal);
  });
  const first = seconds(() => void analyser.session());
  const again = seconds(() => void analyser.session());
  console.log(
    `${signals.length} signals: push ${push.toFixed(2)} s, session ${first.toFixed(2)} s, the same again with nothing new ${again.toFixed(2)} s`,
  );
  return push + first;
});
console.log(`ten times the signals: ${((took[1] ?? 0) / (took[0] ?? 1)).toFixed(1)} times as long`);
