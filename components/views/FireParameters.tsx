import type { Fire, Parameter } from '../../lib/model';
import { CopyButton } from '../parts/CopyButton';
import { Icon } from '../parts/Icon';
import { Long } from '../parts/Long';
import { Pairs, Section } from '../parts/Pairs';
import { useStore } from '../store/store-context';
import { fireText } from '../text/fire-text';
import { isPersonalParameter, masked } from '../text/mask';
import { visible } from '../text/visible';
import { words } from '../words';

/** Headings in the order a reader asks for them. */
const order = ['event', 'items', 'page', 'campaign', 'user', 'consent', 'other'];

/** All parameters of a fire under readable names; personal data masked until asked. */
export function FireParameters({ fire }: { fire: Fire }) {
  const { revealed } = useStore();
  const d = words.details;
  const shown = revealed.value.has(fire.id);
  const groups = groupsOf(fire.parameters);
  const technical = groups.get('technical') ?? [];
  const personal = fire.parameters.some((parameter) => isPersonalParameter(fire, parameter));
  const toggle = () => {
    const next = new Set(revealed.peek());
    if (!next.delete(fire.id)) next.add(fire.id);
    revealed.value = next;
  };
  return (
    <Section title={d.parameters}>
      <div class="acts">
        <CopyButton text={() => fireText(fire, shown)} label={d.copyText} />
        <CopyButton
          text={() => JSON.stringify(shown ? fire : { ...fire, parameters: maskedParameters(fire) }, null, 2)}
          label={d.copyJson}
        />
        {personal && (
          <button type="button" class="btn" aria-pressed={shown} onClick={toggle}>
            <Icon name="eye" small />
            {shown ? d.mask : d.reveal}
          </button>
        )}
      </div>
      {personal && !shown && <p class="muted">{d.personal}</p>}
      {fire.parameters.length === 0 && <p class="muted">{d.noParameters}</p>}
      {fire.userData.length > 0 && (
        <>
          <h4>{d.userData}</h4>
          <Pairs rows={fire.userData.map((field) => [visible(field.key), d.forms[field.form] ?? visible(field.form)] as const)} />
        </>
      )}
      {order.map((group) => {
        const list = groups.get(group);
        return list ? <Group key={group} title={d.groups[group] ?? group} list={list} fire={fire} shown={shown} /> : null;
      })}
      {technical.length > 0 && (
        <details>
          <summary>{d.technical(technical.length)}</summary>
          <Table list={technical} fire={fire} shown={shown} />
        </details>
      )}
    </Section>
  );
}

interface TableProps {
  list: readonly Parameter[];
  fire: Fire;
  shown: boolean;
}

function Group({ title, ...table }: TableProps & { title: string }) {
  return (
    <>
      <h4>{title}</h4>
      <Table {...table} />
    </>
  );
}

function Table({ list, fire, shown }: TableProps) {
  return (
    <dl class="pairs parameters">
      {list.map((parameter, index) => (
        <div key={`${parameter.key} ${index}`}>
          <dt>
            {parameter.label ? visible(parameter.label) : <code>{visible(parameter.key)}</code>}
            {parameter.label && <code class="muted raw-key">{visible(parameter.key)}</code>}
          </dt>
          <dd>
            <Long text={shown || !isPersonalParameter(fire, parameter) ? parameter.value : masked(parameter.value)} limit={240} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Parameters by heading; those without one stand under "other", except that a known name never does. */
function groupsOf(parameters: readonly Parameter[]): Map<string, Parameter[]> {
  const groups = new Map<string, Parameter[]>();
  for (const parameter of parameters) {
    const group = parameter.group ?? 'other';
    const known = order.includes(group) || group === 'technical' ? group : 'other';
    const list = groups.get(known);
    if (list) list.push(parameter);
    else groups.set(known, [parameter]);
  }
  return groups;
}

function maskedParameters(fire: Fire): Parameter[] {
  return fire.parameters.map((parameter) =>
    isPersonalParameter(fire, parameter) ? { ...parameter, value: masked(parameter.value) } : parameter,
  );
}
