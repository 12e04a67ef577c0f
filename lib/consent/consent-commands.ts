import type { CallSignal, ConsentType, Json } from '../model';

/** One `gtag('consent', …)` command. */
export interface ConsentCommand {
  command: 'default' | 'update' | 'declare';
  types: Partial<Record<ConsentType, 'granted' | 'denied'>>;
  /** Countries and subdivisions the command is for (`ES`, `US-CA`); `null`: everywhere else. */
  regions: string[] | null;
}

const consentTypes: readonly ConsentType[] = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'];

/**
 * The Consent Mode commands in one page call: `gtag('consent', …)` itself, or the arguments object it pushes on the data layer
 * (one push may hold several). https://developers.google.com/tag-platform/security/guides/consent
 */
export function consentCommands(call: CallSignal): ConsentCommand[] {
  if (call.api === 'gtag') return listOf(readCommand(call.args));
  if (call.api !== 'dataLayer') return [];
  return call.args.flatMap((pushed) => listOf(readCommand(argumentsOf(pushed))));
}

/** Consent types and states of a bare object such as UET's `{ ad_storage: 'denied' }`. */
export function consentTypesOf(value: Json | undefined): ConsentCommand['types'] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
  const types: ConsentCommand['types'] = {};
  for (const type of consentTypes) {
    const state = value[type];
    if (state === 'granted' || state === 'denied') types[type] = state;
  }
  return types;
}

function readCommand([name, command, value]: readonly Json[]): ConsentCommand | null {
  if (name !== 'consent') return null;
  if (command !== 'default' && command !== 'update' && command !== 'declare') return null;
  const types = consentTypesOf(value);
  if (Object.keys(types).length === 0) return null;
  return { command, types, regions: command === 'update' ? null : regionsOf(value) };
}

function regionsOf(value: Json | undefined): string[] | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const { region } = value;
  if (typeof region === 'string') return [region];
  if (!Array.isArray(region) || region.length === 0) return null;
  return region.filter((one) => typeof one === 'string');
}

/** An arguments object copied as a list, or as an object with the keys 0, 1, 2. */
function argumentsOf(pushed: Json): readonly Json[] {
  if (Array.isArray(pushed)) return pushed;
  if (pushed === null || typeof pushed !== 'object' || !('0' in pushed)) return [];
  return [pushed['0'] ?? null, pushed['1'] ?? null, pushed['2'] ?? null];
}

function listOf<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}
