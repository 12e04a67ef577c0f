import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import type { Store } from '../store/create-store';
import { step } from '../store/keys';
import type { Ref } from '../store/lookup';
import { useStore } from '../store/store-context';
import { fireText } from '../text/fire-text';
import { visible } from '../text/visible';
import { words } from '../words';
import { CallDetails } from './CallDetails';
import { ConsentDetails } from './ConsentDetails';
import { FireDetails } from './FireDetails';
import { PageDetails } from './PageDetails';
import { SubmissionDetails } from './SubmissionDetails';

/** Everything about one thing, beside the list or over it. */
export function Details({ of }: { of: Ref }) {
  const store = useStore();
  const { navigation } = store;
  const region = useRef<HTMLElement>(null);
  // Whoever closes this goes on where they were: at the row or the evidence that opened it.
  useEffect(() => {
    const opener = document.activeElement;
    return () =>
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
      });
  }, []);
  useEffect(() => {
    region.current?.scrollTo({ top: 0 });
    region.current?.focus();
  }, [of.kind, of.id]);
  const inList = navigation.tab.value === 'fires' || navigation.tab.value === 'data';
  return (
    <aside class="details" aria-label={words.details.label} tabIndex={-1} ref={region}>
      <div class="details-bar">
        <button type="button" class="btn quiet" onClick={() => navigation.back()}>
          <Icon name="back" small />
          {words.details.back[navigation.tab.value]}
        </button>
        <span class="tools">
          {inList && (
            <>
              <Tool icon="up" label={words.details.previous} press={() => step(store, -1)} />
              <Tool icon="down" label={words.details.next} press={() => step(store, 1)} />
            </>
          )}
          <Tool icon="close" label={words.details.close} press={() => navigation.close()} />
        </span>
      </div>
      <Content of={of} />
    </aside>
  );
}

function Tool({ icon, label, press }: { icon: 'up' | 'down' | 'close'; label: string; press: () => void }) {
  return (
    <button type="button" class="tool" aria-label={label} title={label} onClick={press}>
      <Icon name={icon} small />
    </button>
  );
}

function Content({ of }: { of: Ref }) {
  const lookup = useStore().lookup.value;
  const fire = of.kind === 'fire' && lookup.fire(of.id);
  if (fire) return <FireDetails fire={fire} />;
  const call = of.kind === 'call' && lookup.call(of.id);
  if (call) return <CallDetails call={call} />;
  const submission = of.kind === 'submission' && lookup.submission(of.id);
  if (submission) return <SubmissionDetails submission={submission} />;
  const page = of.kind === 'page' && lookup.page(of.id);
  if (page) return <PageDetails page={page} />;
  const change = of.kind === 'consent' && lookup.consent(of.id);
  if (change) return <ConsentDetails change={change} />;
  return (
    <div class="blank">
      <Icon name="missing" />
      <h2>{words.details.gone}</h2>
      <p>{words.details.goneMore}</p>
    </div>
  );
}

/** What is open, as text to copy; `null` when nothing is. */
export function detailsText({ navigation, lookup, revealed }: Store): string | null {
  const open = navigation.open.peek();
  if (!open) return null;
  const fire = open.kind === 'fire' ? lookup.peek().fire(open.id) : undefined;
  if (fire) return fireText(fire, revealed.peek().has(fire.id));
  const call = open.kind === 'call' ? lookup.peek().call(open.id) : undefined;
  return call ? visible(call.words) : null;
}
