import { describe, expect, it } from 'vitest';
import { createPace } from './pace';

function clockwork() {
  const waits: number[] = [];
  const clock = { at: 1000 };
  const pace = createPace({
    now: () => clock.at,
    later: (run, ms) => {
      waits.push(ms);
      clock.at += ms;
      run();
    },
    pauseMs: 60,
  });
  return { clock, waits, pace };
}

describe('createPace', () => {
  it('runs the first time nearly at once, and again only after the pause', () => {
    const { pace, waits } = clockwork();
    pace(() => {});
    pace(() => {});
    expect(waits).toEqual([8, 60]);
  });

  it('does not wait when the pause has passed by itself', () => {
    const { pace, waits, clock } = clockwork();
    pace(() => {});
    clock.at += 500;
    pace(() => {});
    expect(waits).toEqual([8, 8]);
  });

  it('leaves twice the time a long run took', () => {
    const { pace, waits, clock } = clockwork();
    pace(() => {
      clock.at += 200;
    });
    pace(() => {});
    expect(waits).toEqual([8, 400]);
  });
});
