import { controlsOf } from './form-ref';

/** What a form held when it was sent: kept in this page's memory for as long as an answer may come, never reported. */
export interface FormValues {
  names: string[];
  /** Values of three letters and more, as typed. */
  values: string[];
  /** All of it in one text, to tell whether two sends are the same. */
  whole: string;
}

export function formValues(form: HTMLFormElement): FormValues {
  const names: string[] = [];
  const values: string[] = [];
  let whole = '';
  for (const control of controlsOf(form)) {
    const chosen = control.type === 'checkbox' || control.type === 'radio' ? (control as HTMLInputElement).checked : true;
    if (control.name) names.push(control.name);
    whole += `${control.name}=${chosen ? control.value : ''}\n`;
    if (
      chosen &&
      !/^(?:checkbox|radio|select-one|select-multiple|file|password)$/.test(control.type) &&
      control.value.trim().length >= 3
    )
      values.push(control.value.trim());
  }
  return { names, values, whole };
}

/** How many of a form's names and values a request carries, as text, percent-encoded or in JSON. */
export function carried(text: string, { names, values }: FormValues): { names: number; values: number } {
  const plain = decoded(text);
  const has = (piece: string) =>
    text.includes(piece) || plain.includes(piece) || text.includes(JSON.stringify(piece).slice(1, -1));
  return {
    names: names.filter((name) => name.length > 1 && new RegExp(`(?:^|[^\\w])${escaped(name)}(?:[^\\w]|$)`).test(plain)).length,
    values: values.filter(has).length,
  };
}

/** The text with every value of the form blanked: what a page shows may repeat what somebody typed. */
export function blanked(text: string, { values }: FormValues): string {
  let result = text;
  for (const value of [...values].sort((a, b) => b.length - a.length)) result = result.replaceAll(value, '…');
  return result.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '…');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
