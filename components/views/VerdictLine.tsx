import { Icon } from '../parts/Icon';
import { useStore } from '../store/store-context';
import { visible } from '../text/visible';
import { words } from '../words';

/** What is true of this site, in one sentence: whole on Problems, one line that leads there elsewhere. */
export function VerdictLine() {
  const { verdict, navigation } = useStore();
  const { tone, icon, title, more } = verdict.value;
  const whole = navigation.tab.value === 'problems' && navigation.open.value === null;
  const sentence = (
    <>
      <span class={`state is-${tone}`}>
        <Icon name={icon} />
      </span>
      <span class="verdict-text">
        <strong>{visible(title)}</strong>
        {whole && more && <span class="muted">{more}</span>}
      </span>
    </>
  );
  return (
    <section class={whole ? 'verdict' : 'verdict is-line'} aria-label={words.verdict.label} aria-live="polite">
      {whole ? (
        <div class="verdict-inner">{sentence}</div>
      ) : (
        <button type="button" class="verdict-inner" title={words.verdict.toProblems} onClick={() => navigation.go('problems')}>
          {sentence}
          <Icon name="right" small />
        </button>
      )}
    </section>
  );
}
