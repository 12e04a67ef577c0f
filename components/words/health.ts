import { number } from './number';

export const health = {
  label: 'How far this recording can be trusted',
  more: 'Show what it means',
  recorded: (signals: number) => `Recorded ${number(signals)}`,
  nothing: 'Nothing recorded yet',
  nothingMissed: 'nothing missed that we know of',
  late: 'what came before was not seen',
  dropped: 'the oldest was dropped',
  notKept: 'nothing new is kept',
  paused: 'paused, nothing is seen now',
  bodies: (count: number) => `bodies unread ${number(count)}`,
  tags: (count: number) => `unknown tags ${number(count)}`,
  gaps: (count: number) => `gaps ${number(count)}`,
  blocked: (count: number) => `blocked ${number(count)}`,
  blind: (count: number) => `blind spots ${number(count)}`,
} as const;
