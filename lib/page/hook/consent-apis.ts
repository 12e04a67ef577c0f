import { afterwards, apply, free, getOwnPropertyDescriptor, guarded, instant, ownKeys, soon, stringify } from './natives';
import { report } from './outbox';
import { watch } from './vendor-calls';
import { writeJson } from './write-json';

type Api = (...args: unknown[]) => unknown;

/** A CMP replaces its stub once; pages that do so without end are left alone. */
const mostAsked = 6;

/** The fields of `TCData` that a `TcfAnswer` takes as they are. */
const kept = [
  'tcString',
  'gdprApplies',
  'eventStatus',
  'cmpStatus',
  'displayStatus',
  'cmpId',
  'tcfPolicyVersion',
  'addtlConsent',
  'enableAdvertiserConsentMode',
];

/**
 * Listens to the page's consent APIs once they exist, by their documented reading commands only
 * (https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework, "CMP API v2": `ping`, `addEventListener`;
 * GPP: the same; US Privacy: `getUSPData`).
 */
export function watchConsentApis(): void {
  listenTo('__tcfapi', (api) => {
    ask(api, ['ping', 2, (data: unknown) => say('tcf', 'ping', tcfAnswer(data))]);
    ask(api, ['addEventListener', 2, (data: unknown) => say('tcf', field(data, 'eventStatus'), tcfAnswer(data))]);
  });
  listenTo('__gpp', (api) => {
    ask(api, ['ping', (data: unknown) => say('gpp', 'ping', writeJson(data).json)]);
    ask(api, ['addEventListener', (data: unknown) => say('gpp', field(data, 'eventName'), writeJson(data).json)]);
  });
  listenTo('__uspapi', (api) => {
    ask(api, ['getUSPData', 1, (data: unknown) => say('us-privacy', 'getUSPData', writeJson(data).json)]);
  });
}

function listenTo(name: string, listen: (api: Api) => void): void {
  let asked = 0;
  watch({
    name,
    attach(api) {
      if (typeof api === 'function' && asked++ < mostAsked) soon(() => listen(api as Api));
    },
  });
}

function ask(api: Api, args: unknown[]): void {
  guarded(() => {
    const answer = args[args.length - 1] as (data: unknown) => void;
    args[args.length - 1] = (data: unknown) => guarded(() => answer(data));
    // An API that is an async function must not leave a rejection that nobody handles.
    afterwards(apply(api, undefined, args) as never, [() => {}, () => {}]);
  });
}

const last: Record<string, string | undefined> = { __proto__: null } as never;

/** A stub replays its listeners to the tool that replaces it: what was just said is not said again. */
function say(framework: string, event: unknown, data: string): void {
  const body = `"framework":"${framework}","event":${stringify(typeof event === 'string' ? event : 'unnamed')},"data":${data}`;
  if (last[framework] === body) return;
  last[framework] = body;
  report(`{"kind":"consent","at":${instant()},${body}}`);
}

function tcfAnswer(data: unknown): string {
  let json = '';
  for (let n = 0; n < kept.length; n++) {
    const name = kept[n] as string;
    const value = field(data, name);
    if (value !== undefined && typeof value !== 'object')
      json += `${json && ','}"${name}":${typeof value === 'string' ? stringify(value) : writeJson(value).json}`;
  }
  const lists = ['purpose', 'vendor'];
  for (let n = 0; n < lists.length; n++) {
    const consents = field(field(data, lists[n] as string), 'consents');
    if (typeof consents === 'object' && consents) json += `${json && ','}"${lists[n]}Consents":${ids(consents)}`;
  }
  return `{${json}}`;
}

/** Ids of those with consent: an object with a boolean for each. */
function ids(consents: object): string {
  const keys = ownKeys(consents);
  let json = '';
  for (let n = 0; n < keys.length && n < 4000; n++) {
    const key = keys[n];
    if (typeof key === 'string' && isNumber(/^\d{1,5}$/ as never, [key]) && field(consents, key) === true)
      json += (json && ',') + key;
  }
  return `[${json}]`;
}

const isNumber = free(RegExp.prototype.test);

/** An own value, a getter never being run. */
function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of ? getOwnPropertyDescriptor(of, name)?.value : undefined;
}
