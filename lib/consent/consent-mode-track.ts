import type { CallSignal, ConsentSignal, ConsentState, ConsentType, Json, VendorFacts } from '../model';
import { type ConsentCommand, consentCommands } from './consent-commands';
import { remembered, type Track } from './step';
import type { Decision } from './tcf-decision';

/**
 * What Google Consent Mode said in one document. The state of a type is its update, else its default, else its declaration, as in
 * Google's own tag (`google_tag_data.ics`); a type nobody set is left to the next framework, though Google treats it as granted.
 *
 * Whom it governs: vendors whose facts list `consentModeTypes`, and no others. The first type listed is the storage the product
 * needs and decides alone (GA4: `analytics_storage`, Google Ads: `ad_storage`); the others narrow the use of the data, not the fire.
 *
 * A default with `region` applies where the visitor is, which the page does not say. Where it agrees with the default for
 * everywhere else nothing is lost; where not, Google's own state is asked if it was read, else the answer is "cannot be told".
 *
 * @param signals of one document, in order of time.
 * @param early those that the document's first scripts said, at an unknown instant: in force from its start. An update among them is a
 * choice from an earlier visit.
 */
export function consentModeTrack(
  signals: readonly (CallSignal | ConsentSignal)[],
  early: (signal: CallSignal | ConsentSignal) => boolean = () => false,
): Track {
  const track: Track = { steps: [], shownAt: [], choicesAt: [], changes: [] };
  const settled = settledDefaults(signals);
  const state: ModeState = { plain: {}, regional: {}, declared: {}, updated: {}, saidAt: {}, updatedAt: null };
  for (const signal of signals) {
    const commands = signal.kind === 'call' ? consentCommands(signal) : commandsOfState(signal.data, state);
    for (const command of commands) {
      const at = early(signal) ? Number.NEGATIVE_INFINITY : signal.at;
      apply(state, command, at);
      addStep(track, { signal, at, command, types: effective(state, settled), updatedAt: state.updatedAt });
    }
  }
  return track;
}

type States = Partial<Record<ConsentType, 'granted' | 'denied'>>;

interface ModeState {
  plain: States;
  regional: Partial<Record<ConsentType, Set<'granted' | 'denied'>>>;
  declared: States;
  updated: States;
  /** When the value in force of each type was said. */
  saidAt: Partial<Record<ConsentType, number>>;
  /** When the first update came, of whatever type. */
  updatedAt: number | null;
}

/** `region`: depends on where the visitor is. */
type Effective = Partial<
  Record<ConsentType, { value: 'granted' | 'denied' | 'region'; by: 'default' | 'chosen'; saidAt: number }>
>;

function apply(state: ModeState, { command, types, regions }: ConsentCommand, at: number): void {
  if (command === 'update') state.updatedAt ??= at;
  for (const [type] of entries(types)) if (command === 'update' || state.updated[type] === undefined) state.saidAt[type] = at;
  if (command === 'update') Object.assign(state.updated, types);
  else if (command === 'declare') Object.assign(state.declared, types);
  else if (regions === null) Object.assign(state.plain, types);
  else for (const [type, value] of entries(types)) state.regional[type] = new Set(state.regional[type]).add(value);
}

function effective(state: ModeState, settled: States): Effective {
  const result: Effective = {};
  const set = (type: ConsentType, value: 'granted' | 'denied' | 'region', by: 'default' | 'chosen') => {
    result[type] = { value, by, saidAt: state.saidAt[type] ?? Number.NEGATIVE_INFINITY };
  };
  for (const [type, value] of entries(state.declared)) set(type, value, 'default');
  for (const [type, value] of entries(state.plain)) set(type, value, 'default');
  for (const [type, values] of Object.entries(state.regional) as [ConsentType, Set<'granted' | 'denied'>][]) {
    const plain = state.plain[type];
    const alike = plain !== undefined && [...values].every((value) => value === plain);
    if (!alike) set(type, 'region', 'default');
  }
  for (const [type, value] of entries(settled)) if (result[type]) set(type, value, 'default');
  for (const [type, value] of entries(state.updated)) set(type, value, 'chosen');
  return result;
}

/** The defaults as Google's own state holds them: there the region is decided. The first reading counts. */
function settledDefaults(signals: readonly (CallSignal | ConsentSignal)[]): States {
  const settled: States = {};
  for (const signal of signals) {
    if (signal.kind !== 'consent') continue;
    for (const [type, entry] of entriesOfState(signal.data)) {
      const value = stateOf(entry.default);
      if (value !== undefined) settled[type] ??= value;
    }
  }
  return settled;
}

/** Google's state as the commands that would have led to it; templates set it without one. Only what is new is said. */
function commandsOfState(data: Json, known: ModeState): ConsentCommand[] {
  const defaults: States = {};
  const updates: States = {};
  for (const [type, entry] of entriesOfState(data)) {
    const byDefault = stateOf(entry.default);
    const byUpdate = stateOf(entry.update);
    if (byDefault !== undefined && known.plain[type] === undefined && known.regional[type] === undefined)
      defaults[type] = byDefault;
    if (byUpdate !== undefined && known.updated[type] !== byUpdate) updates[type] = byUpdate;
  }
  const commands: ConsentCommand[] = [
    { command: 'default', types: defaults, regions: null },
    { command: 'update', types: updates, regions: null },
  ];
  return commands.filter(({ types }) => Object.keys(types).length > 0);
}

/** `google_tag_data.ics.entries`: per type the booleans `default` and `update`. Also taken without the wrapper. */
function entriesOfState(data: Json): [ConsentType, Record<string, Json>][] {
  if (!isRecord(data)) return [];
  const inner = isRecord(data.entries) ? data.entries : data;
  const types: readonly ConsentType[] = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'];
  return types.flatMap((type) => {
    const entry = inner[type];
    return isRecord(entry) ? [[type, entry] as [ConsentType, Record<string, Json>]] : [];
  });
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function stateOf(value: Json | undefined): 'granted' | 'denied' | undefined {
  if (value === true || value === 'granted') return 'granted';
  return value === false || value === 'denied' ? 'denied' : undefined;
}

interface Said {
  signal: CallSignal | ConsentSignal;
  /** In force from here. */
  at: number;
  command: ConsentCommand;
  types: Effective;
  updatedAt: number | null;
}

function addStep(track: Track, { signal, at, command, types, updatedAt }: Said): void {
  const isUpdate = command.command === 'update';
  const state = isUpdate ? 'chosen' : 'default';
  const stored = isUpdate && at < signal.at;
  const base = { at, seenAt: signal.at, signalId: signal.id };
  if (isUpdate && !stored) track.choicesAt.push(signal.at);
  track.steps.push({ ...base, state, stored, decide: remembered((vendor) => decideMode(types, updatedAt, vendor)) });
  track.changes.push({ ...base, framework: 'consent-mode', state, words: wordsOf(command), types: shownTypes(types) });
}

function decideMode(types: Effective, updatedAt: number | null, vendor: VendorFacts): Decision | null {
  const needed = vendor.consent.consentModeTypes?.[0];
  const found = needed === undefined ? undefined : types[needed];
  if (needed === undefined || found === undefined) return null;
  const { by, saidAt, value } = found;
  const part = { by, saidAt };
  if (value === 'region') {
    return mode('unknown', part, `the site's default for ${needed} depends on the visitor's region, which the page does not say`);
  }
  if (by === 'chosen') {
    return value === 'granted'
      ? mode('granted', part, `the consent tool set ${needed} to granted`)
      : mode('denied', part, `refused, the consent tool set ${needed} to denied`);
  }
  if (value === 'granted') return mode('granted', part, `${needed} is granted by the site's default, not by a visitor's choice`);
  if (updatedAt !== null) {
    const left = { by: 'chosen' as const, saidAt: updatedAt };
    return mode('denied', left, `refused, an update came and left ${needed} at the site's default, denied`);
  }
  return mode('pending', part, `too early, ${needed} stands at the site's default, denied, and the visitor had not chosen`);
}

function mode(verdict: Decision['verdict'], part: Decision['part'], clause: string): Decision {
  return { verdict, framework: 'consent-mode', words: `Google Consent Mode: ${clause}.`, part };
}

function wordsOf({ command, types, regions }: ConsentCommand): string {
  const list = entries(types)
    .map(([type, value]) => `${type} ${value}`)
    .join(', ');
  if (command === 'update') return `Google Consent Mode was updated: ${list}.`;
  if (regions !== null) return `The site set its default for visitors from ${regions.join(', ')}: ${list}.`;
  return `The site set its default: ${list}.`;
}

function shownTypes(types: Effective): Partial<Record<ConsentType, ConsentState>> {
  const pairs = Object.entries(types).map(([type, { value }]) => [type, value === 'region' ? 'unset' : value]);
  return Object.fromEntries(pairs);
}

function entries(states: States): [ConsentType, 'granted' | 'denied'][] {
  return Object.entries(states) as [ConsentType, 'granted' | 'denied'][];
}
