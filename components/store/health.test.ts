import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../lib/model';
import { sampleHost } from '../../test/helpers/sample-panel';
import { sampleSession } from '../../test/helpers/sample-session';
import type { PanelState } from '../host';
import { healthOf } from './health';

const page = {
  kind: 'page',
  id: 'x',
  at: 1,
  place: { tabId: 1, frameId: 0, documentId: 'D', url: null },
  event: 'commit',
  url: '',
} as const;
const none: Coverage = sampleSession().coverage;
const told = (coverage: Partial<Coverage>, over: Partial<PanelState> = {}) =>
  healthOf(sampleHost(sampleSession({ signals: [page], coverage: { ...none, ...coverage } }), over).state.value).map(
    ({ text, topic, lost }) => `${text} -> ${topic}${lost ? ' !' : ''}`,
  );

describe('the line of health', () => {
  it.each<[string, string[], string[]]>([
    ['nothing missing', told({}), ['Recorded 1 -> recording', 'nothing missed that we know of -> unseen']],
    [
      'a body nobody read, with the zeros beside it',
      told({ unreadBodies: 2 }),
      ['Recorded 1 -> recording', 'bodies unread 2 -> bodies !', 'unknown tags 0 -> tags', 'gaps 0 -> gaps'],
    ],
    [
      'tags by their requests, and gaps',
      told({
        unknownTags: [
          { host: 'a', reason: 'x', count: 2 },
          { host: 'b', reason: 'x', count: 3 },
        ],
        gaps: [{ fromAt: 0, toAt: 1, why: 'x' }],
      }),
      ['Recorded 1 -> recording', 'bodies unread 0 -> bodies', 'unknown tags 5 -> tags !', 'gaps 1 -> gaps !'],
    ],
    [
      'a blocker and a sealed data layer',
      told({ blocked: { meta: 4 }, blind: [{ pageId: 'p', names: ['dataLayer', 'fbq'] }] }),
      [
        'Recorded 1 -> recording',
        'bodies unread 0 -> bodies',
        'unknown tags 0 -> tags',
        'gaps 0 -> gaps',
        'blocked 4 -> blocked !',
        'blind spots 2 -> blind !',
      ],
    ],
    [
      'a page from before, where nothing else is known to be missing',
      told({}, { obstacle: 'reload-needed' }),
      ['Recorded 1 -> recording', 'what came before was not seen -> recording !'],
    ],
    [
      'a recording that made room and can keep no more',
      told({}, { kept: { signals: 1, bytes: 1, droppedBefore: 5, error: 'The disk is full.' } }),
      ['Recorded 1 -> recording', 'the oldest was dropped -> recording !', 'nothing new is kept -> recording !'],
    ],
    [
      'a recording that is paused',
      told({}, { recording: 'paused' }),
      ['Recorded 1 -> recording', 'paused, nothing is seen now -> recording !'],
    ],
  ])('%s', (_name, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('claims nothing before anything was recorded', () => {
    expect(healthOf(sampleHost(sampleSession({ signals: [] })).state.value).map(({ text }) => text)).toEqual([
      'Nothing recorded yet',
    ]);
  });
});
