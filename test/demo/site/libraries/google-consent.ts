type State = 'granted' | 'denied' | undefined;

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
const types = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'] as const;

/** Consent Mode's state and the parameters (`gcs`, `gcd`, `npa`, …) by which Google's hits state it. */
export interface GoogleConsentState {
  setDefault(values: Record<string, unknown>): void;
  setUpdate(values: Record<string, unknown>): void;
  granted(type: (typeof types)[number]): boolean;
  parameters(): Record<string, string>;
}

export function createConsentState(): GoogleConsentState {
  const defaults = new Map<string, State>();
  const updates = new Map<string, State>();
  const effective = (type: string): State => updates.get(type) ?? defaults.get(type);
  return {
    setDefault: (values) => copy(values, defaults),
    setUpdate: (values) => copy(values, updates),
    granted: (type) => effective(type) === 'granted',
    parameters: () => ({
      gcs: `G1${digit(effective('ad_storage'))}${digit(effective('analytics_storage'))}`,
      gcd: `1${types.map((type) => `3${letter(defaults.get(type), updates.get(type))}`).join('')}5l1`,
      npa: effective('ad_personalization') === 'granted' ? '0' : '1',
      dma: '1',
      dma_cps: effective('ad_user_data') === 'granted' ? 'a' : '-',
      pscdl: effective('ad_storage') === 'granted' ? 'noapi' : 'denied',
    }),
  };
}

function copy(values: Record<string, unknown>, into: Map<string, State>): void {
  for (const type of types) {
    const value = values[type];
    if (value === 'granted' || value === 'denied') into.set(type, value);
  }
}

function digit(state: State): string {
  if (state === undefined) return '-';
  return state === 'granted' ? '1' : '0';
}

/** One letter for default and update together: `p` denied, `q` denied twice, `r` denied then granted, `t` granted, … */
function letter(byDefault: State, byUpdate: State): string {
  return alphabet.charAt((1 << 4) | (bits(byDefault) << 2) | bits(byUpdate));
}

function bits(state: State): number {
  if (state === undefined) return 1;
  return state === 'granted' ? 3 : 2;
}
