import { parse, type Schema } from '@puppeteer/replay';
import { parseJsonText } from '../input/parse-json-text';
import { readBytes } from '../input/read-bytes';
import { toText } from '../input/to-text';
import { UsageError } from '../usage-error';

export type Flow = Schema.UserFlow;

/** What `run` is to do: the steps, and what to call them. */
export interface Target {
  name: string;
  flow: Flow;
}

/** A page's address becomes a flow of one step; a file must be a recording of Chrome DevTools Recorder. */
export async function readTarget(target: string): Promise<Target> {
  if (/^https?:\/\//i.test(target)) {
    if (!URL.canParse(target)) throw new UsageError(`${target} is no address a browser can open.`);
    return { name: target, flow: parse({ title: target, steps: [{ type: 'navigate', url: target }] }) };
  }
  if (!/\.json$/i.test(target)) {
    throw new UsageError(
      `"${target}" is neither an address with https:// nor a .json file recorded with Chrome DevTools Recorder.`,
    );
  }
  const json = parseJsonText(toText(await readBytes(target), target), target);
  try {
    return { name: target, flow: parse(json) };
  } catch (error) {
    const words = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new UsageError(`${target} is no recording of Chrome DevTools Recorder${words ? ` (${words})` : ''}.`);
  }
}
