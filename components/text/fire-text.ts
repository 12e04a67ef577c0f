import type { Fire } from '../../lib/model';
import { words } from '../words';
import { clockExact } from './clock';
import { isPersonalParameter, masked, maskedText } from './mask';
import { visible } from './visible';

/** A fire as one line of text; personal data masked. */
export function fireLine(fire: Fire): string {
  const id = fire.eventId ? `, ${words.details.eventId.toLowerCase()} ${fire.eventId}` : '';
  return visible(
    maskedText(`${clockExact(fire.at)} ${fire.vendorName} ${fire.event}${fire.account ? ` (${fire.account})` : ''}${id}`, []),
  );
}

/** A fire as text, with every parameter; personal data masked unless it was asked for. */
export function fireText(fire: Fire, revealed: boolean): string {
  const rows = fire.parameters.map((parameter) => {
    const value = revealed || !isPersonalParameter(fire, parameter) ? parameter.value : masked(parameter.value);
    return `${parameter.label ? `${parameter.label} (${parameter.key})` : parameter.key}: ${visible(value)}`;
  });
  return [fireLine(fire), `${words.details.consent}: ${visible(fire.consent.basis.words)}`, '', ...rows].join('\n');
}
