import { extensionFolder } from '../../cli/browser/extension-folder';
import { compareWays, figuresOf, tableOf } from '../transports/compare';
import { pickWays } from '../transports/pick-ways';
import { nonceOf, visitWays } from '../transports/visit';
import { ways } from '../transports/ways';
import type { Trial, TrialRow } from './trial';

/** Every way to send, against the server's own log: what arrived must be listed once, on its page, with its body, or be named as unseeable. */
export const trial: Trial = {
  id: 'T13',
  title: 'ways to send a request',
  async run({ rounds = ways.length, seed }) {
    const tried = pickWays(ways, rounds, seed);
    const run = Date.now().toString(36);
    const { browser, arrived, session } = await visitWays(tried, run, extensionFolder());
    const results = compareWays(
      tried.map((way) => ({ way, nonce: nonceOf(way, run) })),
      arrived,
      session,
    );
    console.error(tableOf(results));
    const figures = figuresOf(results);
    const row = (figure: string, target: string, held: boolean): TrialRow => ({
      browser,
      figure: `${figure}, ${tried.length} ways`,
      target,
      verdict: held ? 'met' : 'missed',
    });
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
    return [
      row(`${percent(figures.accounted)} seen or said to be unseeable`, '100 %', figures.accounted === 1),
      row(`${percent(figures.rightPage)} on the right page`, '100 %', figures.rightPage === 1),
      row(`${percent(figures.bodies)} of bodies read`, '95 %', figures.bodies >= 0.95),
      row(`${figures.twice} twice`, '0', figures.twice === 0),
      row(`${figures.invented} invented`, '0', figures.invented === 0),
    ];
  },
};
