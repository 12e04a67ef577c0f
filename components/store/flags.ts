import type { Finding, Fire } from '../../lib/model';
import type { IconName } from '../parts/icons';
import { words } from '../words';
import type { Tone } from './consent-state';
import type { Lookup } from './lookup';

/** A short word on a row that says what is odd about a fire. */
export interface Flag {
  tone: Tone;
  icon: IconName;
  word: string;
  /** Whole sentence, for the tooltip and for screen readers. */
  title: string;
}

/** The consent column says these already. */
const saidByConsent = new Set(['fire-before-consent', 'fire-without-consent']);

const tones: Record<Finding['severity'], Tone> = { error: 'bad', warning: 'warn', info: 'info' };
const glyphs: Record<Finding['severity'], IconName> = { error: 'bad', warning: 'warn', info: 'info' };

/** What is odd about a fire, worst first, each word once. */
export function flagsOf(fire: Fire, lookup: Lookup): Flag[] {
  const flags: Flag[] = [];
  for (const finding of lookup.findings(fire.id)) {
    if (saidByConsent.has(finding.rule) || finding.verdict === 'crashed') continue;
    const flag = finding.rule === 'duplicate-fire' ? repeated(fire, finding, lookup) : plain(finding);
    if (flag && !flags.some((other) => other.word === flag.word)) flags.push(flag);
  }
  if (fire.outcome === 'not-sent')
    flags.push({
      tone: 'warn',
      icon: 'missing',
      word: words.flag.notSent,
      title: fire.error ?? words.details.outcome['not-sent'],
    });
  return flags;
}

function plain(finding: Finding): Flag {
  const word = words.flags[finding.rule] ?? words.severity[finding.severity];
  if (finding.verdict === 'unknown') return { tone: 'none', icon: 'unknown', word, title: finding.title };
  return {
    tone: tones[finding.severity],
    icon: finding.rule === 'lead-off-confirmation' ? 'wrong' : glyphs[finding.severity],
    word,
    title: finding.title,
  };
}

/** `2×` on the second of its kind, `3×` on the third; the first is the one that should be there. */
function repeated(fire: Fire, finding: Finding, lookup: Lookup): Flag | null {
  const place = (other: Fire) => `${other.submissionId ?? other.pageId} ${other.account} ${other.event}`;
  const alike = finding.fires
    .flatMap((id) => lookup.fire(id) ?? [])
    .filter((other) => place(other) === place(fire))
    .sort((a, b) => a.at - b.at);
  const count = alike.findIndex((other) => other.id === fire.id) + 1;
  const times = alike.length > 1 ? count : 2;
  if (times < 2) return null;
  const tone = finding.verdict === 'unknown' ? 'none' : tones[finding.severity];
  return { tone, icon: 'twice', word: words.flag.times(times), title: finding.title };
}
