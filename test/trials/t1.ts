import type { Signal } from '../../lib/model';
import { openSubject, type Subject } from './subject';
import { tally } from './tally';
import { row, type Trial } from './trial';
import { until, within } from './until';

const burst = 10;

/** A stopped worker is woken by the next request and handed all that were sent meanwhile: nothing may be lost, and no gap be cried. */
export const trial: Trial = {
  id: 'T1',
  title: 'worker killed while quiet',
  async run({ rounds = 200 }) {
    const subject = await openSubject();
    try {
      const sent: string[] = [];
      await untilQuiet(subject, []);
      for (let round = 0; round < rounds; round += 1) {
        const ids = Array.from({ length: burst }, (_, n) => `quiet-${round}-${n}`);
        await subject.killWorker();
        await subject.send(ids);
        sent.push(...ids);
        await untilQuiet(subject, ids);
      }
      const signals = await subject.recorder.signals();
      const { lost, twice } = tally(signals, sent);
      const gaps = signals.filter((signal) => signal.kind === 'gap').length;
      const tried = `${sent.length} fires, ${rounds} kills`;
      return [
        row(subject, `${lost.length} lost of ${tried}`, '0 lost', lost.length === 0),
        row(subject, `${twice.length} twice of ${tried}`, '0 twice', twice.length === 0),
        row(subject, `${gaps} gaps said, ${tried}`, 'no gap without a loss', gaps === 0),
      ];
    } finally {
      await subject.close();
    }
  },
};

/** Only what is answered, stored and followed by silence is quiet. */
async function untilQuiet({ recorder, isAtRest }: Subject, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  await until(
    async () => {
      const signals = (await within(recorder.signals())) ?? [];
      const ended = new Set(signals.flatMap((signal) => (hasEnded(signal) ? [signal.requestId] : [])));
      const stored = signals.filter(
        (signal) => signal.kind === 'request' && ended.has(signal.requestId) && wanted.has(idOf(signal.url)),
      );
      return stored.length >= wanted.size && (await isAtRest());
    },
    `The fires ${ids[0]} and following were not listed with their answers, or the worker did not come to rest.`,
    60_000,
  );
}

function hasEnded(signal: Signal): signal is Extract<Signal, { kind: 'response' }> {
  return signal.kind === 'response' && (signal.phase === 'completed' || signal.phase === 'error');
}

function idOf(url: string): string {
  return new URL(url).searchParams.get('eid') ?? '';
}
