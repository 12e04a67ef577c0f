import { useState } from 'preact/hooks';
import { type Evidence, type Said, ticket } from '../../lib/model';
import { CopyButton } from '../parts/CopyButton';
import { Icon } from '../parts/Icon';
import type { IconName } from '../parts/icons';
import type { Ref } from '../store/lookup';
import { useStore } from '../store/store-context';
import { clockMinute } from '../text/clock';
import { maskedText } from '../text/mask';
import { visible } from '../text/visible';
import { words } from '../words';

/** Pieces of evidence shown before "more". */
const few = 5;

/** One finding: its sentence, and unfolded why it matters, what proves it, and what to do. */
export function FindingItem({ finding, open }: { finding: Said; open: boolean }) {
  const store = useStore();
  const unfolded = store.unfolded.value.get(finding.id) ?? open;
  const look = lookOf(finding);
  const toggle = () => {
    store.unfolded.value = new Map([...store.unfolded.peek(), [finding.id, !unfolded]]);
  };
  return (
    <article class="finding">
      <h3>
        <button type="button" class="finding-head" aria-expanded={unfolded} onClick={toggle}>
          <span class={`state is-${look.tone}`}>
            <Icon name={look.icon} />
            <span class="unseen">{look.word}</span>
          </span>
          <span class="finding-title">
            {visible(finding.title)}
            <span class="muted finding-sum">{summaryOf(finding, store.lookup.value.fire(finding.fires[0] ?? ''))}</span>
          </span>
          <Icon name={unfolded ? 'down' : 'right'} small />
        </button>
      </h3>
      {unfolded && <FindingBody finding={finding} />}
    </article>
  );
}

function FindingBody({ finding }: { finding: Said }) {
  const store = useStore();
  const [all, setAll] = useState(false);
  const { evidence } = finding;
  const shown = all ? evidence : evidence.slice(0, few);
  const unknown = finding.verdict === 'unknown';
  return (
    <div class="finding-body">
      <p>{visible(finding.message)}</p>
      {!unknown && (
        <>
          <h4>{words.problems.why}</h4>
          <p>{visible(finding.why)}</p>
        </>
      )}
      {evidence.length > 0 && (
        <>
          <h4>{words.problems.evidence}</h4>
          <ul class="evidence">
            {shown.map((piece) => (
              <li key={`${piece.ref} ${piece.text}`}>
                <EvidenceChip piece={piece} />
              </li>
            ))}
          </ul>
          {evidence.length > few && (
            <button type="button" class="link" onClick={() => setAll(!all)}>
              {all ? words.problems.fewer : words.problems.more(evidence.length - few)}
            </button>
          )}
        </>
      )}
      {finding.fix && (
        <>
          <h4>{words.problems.fix}</h4>
          <Steps text={finding.fix} />
        </>
      )}
      <div class="acts">
        <CopyButton
          text={() => maskedText(ticket(finding), [])}
          label={words.problems.copy}
          look={unknown ? undefined : 'primary'}
        />
        {finding.fires.length > 0 && (
          <button
            type="button"
            class="btn"
            onClick={() => {
              store.fires.filter.value = `rule:${finding.rule}`;
              store.navigation.go('fires');
            }}
          >
            {words.problems.showFires}
          </button>
        )}
      </div>
      <p class="rule">{finding.rule}</p>
    </div>
  );
}

const icons: Record<Evidence['kind'], IconName> = {
  fire: 'link',
  submission: 'form',
  page: 'page',
  consent: 'shield',
  call: 'braces',
  note: 'info',
};

/** A piece of evidence leads to what it speaks of, where that is still in the list. */
function EvidenceChip({ piece }: { piece: Evidence }) {
  const { lookup, navigation } = useStore();
  const ref: Ref | null = piece.kind === 'note' ? null : { kind: piece.kind, id: piece.ref };
  const text = (
    <>
      <Icon name={icons[piece.kind]} small />
      <span>{visible(piece.text)}</span>
    </>
  );
  if (!ref || !lookup.value.has(ref)) return <span class="proof">{text}</span>;
  return (
    <button type="button" class="proof" onClick={() => navigation.show(ref)}>
      {text}
      <Icon name="right" small />
    </button>
  );
}

/** Numbered lines as a list; anything else as paragraphs. */
function Steps({ text }: { text: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const numbered = lines.every((line) => /^\d+\.\s/.test(line) || /^\s/.test(line));
  if (!numbered) return <p class="lines">{lines.map(visible).join('\n')}</p>;
  const steps: string[] = [];
  for (const line of lines) {
    if (/^\d+\.\s/.test(line)) steps.push(line.replace(/^\d+\.\s/, ''));
    else steps.push(`${steps.pop() ?? ''}\n${line.trim()}`);
  }
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step}>{step.split('\n').map(visible).join('\n')}</li>
      ))}
    </ol>
  );
}

interface Look {
  tone: 'bad' | 'warn' | 'info' | 'none';
  icon: IconName;
  word: string;
}

function lookOf({ verdict, severity }: Said): Look {
  if (verdict === 'unknown') return { tone: 'none', icon: 'unknown', word: words.severity.unknown };
  if (verdict === 'crashed') return { tone: 'none', icon: 'gap', word: words.severity.crashed };
  if (severity === 'error') return { tone: 'bad', icon: 'bad', word: words.severity.error };
  if (severity === 'warning') return { tone: 'warn', icon: 'warn', word: words.severity.warning };
  return { tone: 'info', icon: 'info', word: words.severity.info };
}

function summaryOf(finding: Said, first: { at: number } | undefined): string {
  const pieces = [
    finding.fires.length > 0 ? words.problems.fires(finding.fires.length) : '',
    finding.submissions.length > 0 ? words.problems.submissions(finding.submissions.length) : '',
    first ? words.problems.since(clockMinute(first.at)) : '',
  ];
  return pieces.filter((piece) => piece !== '').join(' · ');
}
