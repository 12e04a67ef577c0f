import { Icon } from '../parts/Icon';
import { type HealthTopic, healthOf } from '../store/health';
import { useStore } from '../store/store-context';
import { words } from '../words';

/** How far the recording can be trusted, in one line; each number leads to what it means. */
export function HealthLine() {
  const { state, navigation } = useStore();
  const show = (topic: HealthTopic) => {
    navigation.go('site');
    requestAnimationFrame(() => {
      const section = document.getElementById(`site-${topic}`);
      section?.scrollIntoView({ block: 'start' });
      section?.focus({ preventScroll: true });
    });
  };
  return (
    <section class="health" aria-label={words.health.label}>
      {healthOf(state.value).map(({ topic, text, lost }) => (
        <button key={text} type="button" class={lost ? 'is-lost' : ''} title={words.health.more} onClick={() => show(topic)}>
          {lost && <Icon name="gap" small />}
          {text}
        </button>
      ))}
    </section>
  );
}
