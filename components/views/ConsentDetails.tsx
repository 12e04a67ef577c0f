import type { ConsentChange } from '../../lib/model';
import { CopyButton } from '../parts/CopyButton';
import { Icon } from '../parts/Icon';
import { Long } from '../parts/Long';
import { Pairs, Section } from '../parts/Pairs';
import { clockExact } from '../text/clock';
import { visible } from '../text/visible';
import { words } from '../words';

/** One change of consent: what was said, by which framework, from when. */
export function ConsentDetails({ change }: { change: ConsentChange }) {
  const d = words.details;
  const types = Object.entries(change.types ?? {}).map(([type, state]) => `${type}: ${state}`);
  return (
    <div class="content">
      <header class="content-head">
        <Icon name="shield" />
        <div>
          <h2>{words.framework[change.framework] ?? change.framework}</h2>
          <p class="muted">{change.stored ? d.stored : clockExact(change.at)}</p>
        </div>
      </header>
      <Section title={d.consent}>
        <p>{visible(change.words)}</p>
        <Pairs
          rows={[
            [d.basisAt, clockExact(change.at)],
            [d.types, types.length > 0 ? types.join(', ') : ''],
          ]}
        />
      </Section>
      {change.tcString && <Raw title={d.tcString} text={change.tcString} />}
      {change.addtlConsent && <Raw title={d.addtlConsent} text={change.addtlConsent} />}
    </div>
  );
}

function Raw({ title, text }: { title: string; text: string }) {
  return (
    <Section title={title}>
      <pre class="raw">
        <Long text={text} limit={400} />
      </pre>
      <CopyButton text={() => text} label={words.details.copyRaw} />
    </Section>
  );
}
