import type { Said, Session } from '../model';
import type { Paint } from './text';
import { findingWord } from './words';
import { visible, wrap, wrapBeside } from './wrap';

const shownEvidence = 6;

/** Findings and notes in the order in which they matter, numbered; the table of fires refers to the numbers. */
export function numbered(session: Session): Said[] {
  return [...session.findings, ...session.notes].sort((a, b) => rank(a) - rank(b));
}

/** Each finding: number and title, what happened, why it matters, what to do, what proves it, and its rule. */
export function findingLines(session: Session, width: number, paint: Paint): string[] {
  return numbered(session).flatMap((finding, index) => [
    ...(index === 0 ? [] : ['']),
    ...lines(finding, index + 1, width, paint),
  ]);
}

function lines(finding: Said, number: number, width: number, paint: Paint): string[] {
  const start = `${String(number).padStart(2)}  `;
  const word = findingWord(finding);
  const title = wrapBeside(start, `${word.toUpperCase()}: ${finding.title}`, width).map((line) =>
    paint('bold', colourWord(line, word.toUpperCase(), paint)),
  );
  const shown = finding.evidence.slice(0, shownEvidence);
  const more = finding.evidence.length - shown.length;
  return [
    ...title,
    ...wrap(finding.message, width - 4).map((line) => `    ${line}`),
    ...(finding.why ? wrapBeside('    Why    ', finding.why, width) : []),
    ...(finding.fix ? fixLines(finding.fix, width) : []),
    ...shown.flatMap((piece, index) => wrapBeside(index === 0 ? '    Seen   ' : '           ', `· ${piece.text}`, width)),
    ...(more > 0 ? [`           · and ${more} more`] : []),
    paint('dim', `    Rule   ${visible(finding.rule)}`),
  ];
}

/** A fix may have steps, one a line. */
function fixLines(fix: string, width: number): string[] {
  return fix
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line, index) => wrapBeside(index === 0 ? '    Fix    ' : '           ', line, width));
}

function colourWord(line: string, word: string, paint: Paint): string {
  if (word !== 'ERROR' && word !== 'WARNING') return line;
  return line.replace(word, paint(word === 'ERROR' ? 'red' : 'yellow', word));
}

function rank({ verdict, severity }: Said): number {
  if (verdict === 'fail') return { error: 0, warning: 1, info: 3 }[severity];
  return { crashed: 2, unknown: 4, pass: 5 }[verdict];
}
