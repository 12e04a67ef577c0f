import { killAtRandom } from './kill-at-random';
import { openSubject } from './subject';
import { row, type Trial } from './trial';

/** Nobody else listens: a kill may cost one fire at most, and a gap must say that something may be missing there. */
export const trial: Trial = {
  id: 'T3',
  title: 'worker killed at random, without a panel',
  async run({ rounds = 200, seed }) {
    const subject = await openSubject();
    try {
      const { sent, kills, lost, twice, unsaid } = await killAtRandom(subject, { rounds, seed, read: subject.recorder.signals });
      const tried = `${sent} fires, ${kills} kills`;
      return [
        row(
          subject,
          `${(lost.length / kills).toFixed(2)} lost a kill (${lost.length} of ${tried})`,
          '≤ 1 lost a kill',
          lost.length <= kills,
        ),
        row(subject, `${unsaid.length} of ${lost.length} lost outside any gap`, 'a gap says so', unsaid.length === 0),
        row(subject, `${twice.length} twice of ${tried}`, '0 twice', twice.length === 0),
      ];
    } finally {
      await subject.close();
    }
  },
};
