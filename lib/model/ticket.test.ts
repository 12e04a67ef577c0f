import { describe, expect, it } from 'vitest';
import type { Finding } from './finding';
import { ticket } from './ticket';

const finding: Finding = {
  id: 'x',
  rule: 'duplicate-fire',
  verdict: 'fail',
  severity: 'error',
  title: 'Meta counts one submission twice',
  message: 'Two Lead fires left for one submission.',
  why: 'One customer is paid for twice.',
  fix: '1. Remove one of the two.',
  fires: ['f1', 'f2'],
  submissions: ['s1'],
  evidence: [
    { kind: 'fire', ref: 'f1', text: 'Lead, no event id' },
    { kind: 'fire', ref: 'f2', text: 'Lead, no event id, 0.4 seconds later' },
  ],
};

describe('ticket', () => {
  it('says everything a person needs who has not seen the tool', () => {
    expect(ticket(finding)).toBe(
      [
        'Meta counts one submission twice',
        'What happens\nTwo Lead fires left for one submission.',
        'Why it matters\nOne customer is paid for twice.',
        'Evidence\n- Lead, no event id\n- Lead, no event id, 0.4 seconds later',
        'Fix\n1. Remove one of the two.',
        'Rule: duplicate-fire (error)',
      ].join('\n\n'),
    );
  });

  it('has no heading without a text under it', () => {
    expect(ticket({ ...finding, evidence: [], fix: '' })).not.toMatch(/Evidence|Fix/);
  });

  it('never calls what cannot be told a fault', () => {
    expect(ticket({ ...finding, verdict: 'unknown', severity: 'info' })).toContain('(cannot be told)');
  });
});
