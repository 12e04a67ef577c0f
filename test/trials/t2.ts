import { killAtRandom } from './kill-at-random';
import { openPanel } from './panel';
import { openSubject } from './subject';
import { row, type Trial } from './trial';

/** What a worker was told in the instant of its death is lost with it; the panel heard the same and must list it, once. */
export const trial: Trial = {
  id: 'T2',
  title: 'worker killed at random, with a panel open',
  async run({ rounds = 200, seed }) {
    const subject = await openSubject();
    try {
      const panel = await openPanel(subject);
      const { sent, kills, lost, twice } = await killAtRandom(subject, { rounds, seed, read: panel.exported });
      const tried = `${sent} fires, ${kills} kills`;
      return [
        row(subject, `${lost.length} lost of ${tried}`, '0 lost', lost.length === 0),
        row(subject, `${twice.length} twice of ${tried}`, '0 twice', twice.length === 0),
      ];
    } finally {
      await subject.close();
    }
  },
};
