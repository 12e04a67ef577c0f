import { createConsent } from './consent';
import { createLedger, type Derived, type DraftFire, type LedgerDeps } from './ledger';
import type {
  ConsentChange,
  Coverage,
  Finding,
  Fire,
  RequestSignal,
  Session,
  SessionSource,
  Settings,
  Signal,
  StorageSignal,
  TagStorage,
  VendorFacts,
} from './model';
import { type RuleInput, runRules } from './rules';
import { ownerOfStorage, suspicionOf, vendorsWith } from './vendors';

/** Takes signals as they come and answers with a session at any time. */
export interface Analyser {
  /** Amortised constant time for signals in order. The same signal twice is the same as once. Never throws. */
  push(signal: Signal): void;
  /** Everything that follows from the signals so far. Derived lazily: only tabs that heard something since are derived again. */
  session(): Session;
}

export interface AnalyserOptions {
  source?: SessionSource['kind'];
  /** Version the session names as its tool's. */
  version?: string;
  /** What the vendors know; the real ones unless a test brings its own. */
  vendors?: Vendors;
}

interface Vendors extends Omit<LedgerDeps, 'settings'> {
  ownerOfStorage?(name: string): VendorFacts | undefined;
}

/** See {@link Analyser}. Decode, ledger, consent and rules, each guarded: what breaks is named in the session and the rest stands. */
export function createAnalyser(settings: Settings, options: AnalyserOptions = {}): Analyser {
  const vendors = options.vendors ?? { ...vendorsWith(settings.vendors), suspicionOf, ownerOfStorage };
  const ledger = createLedger({ settings, ...vendors });
  const consent = createConsent({ jurisdiction: settings.jurisdiction ?? 'auto' });
  const written: StorageSignal[] = [];
  const broken = new Set<string>();

  function push(signal: Signal): void {
    guard('A signal could not be read', () => {
      if (!ledger.push(signal)) return;
      consent.push(signal);
      if (signal.kind === 'storage') written.push(signal);
    });
  }

  function guard<T>(what: string, run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      broken.add(`${what}: ${error instanceof Error ? error.message : String(error)}`.slice(0, 200));
      return undefined;
    }
  }

  function consented({ fire, request }: Derived['fires'][number]): Fire {
    const verdict = guard('Consent of a fire could not be judged', () => verdictOf(fire, request));
    if (!verdict) return { ...fire, consent: noVerdict };
    const { limited, ...said } = verdict;
    return { ...fire, ...(limited ? { limited } : {}), consent: said };
  }

  function verdictOf({ at, vendor, product, carried, category }: DraftFire, { place }: RequestSignal) {
    const facts = vendors.factsOf(vendor);
    if (!facts) return undefined;
    return consent.verdict({ at, place, vendor: facts, product, carried, category });
  }

  /** A cookie noticed some time after it was written is judged at both ends of that time. */
  function stored(signal: StorageSignal, pageOf: Derived['pageOf']): TagStorage[] {
    const facts = vendors.ownerOfStorage?.(signal.name);
    if (!facts) return [];
    const { at, id, name, place, sinceAt, store, writer } = signal;
    const last = consent.verdict({ at, place, vendor: facts });
    const first = sinceAt === undefined ? last : consent.verdict({ at: sinceAt, place, vendor: facts });
    const isSure = isAllowed(first.verdict) === isAllowed(last.verdict);
    const said = isSure ? { verdict: last.verdict, basis: last.basis } : { verdict: 'unknown' as const, basis: between };
    const base = { id, at, pageId: pageOf(place.documentId, at), vendor: facts.id, vendorName: facts.name, store, name };
    return [{ ...base, ...(writer === undefined ? {} : { writer }), consent: said }];
  }

  function session(): Session {
    const derived = guard('The ledger broke', () => ledger.derive()) ?? emptyLedger;
    const fires = derived.fires.map(consented);
    const changes: ConsentChange[] = guard('The consent timeline broke', () => consent.changes(derived.pageOf)) ?? [];
    const input: RuleInput = {
      settings,
      pages: derived.pages,
      calls: derived.calls,
      consent: changes,
      fires,
      submissions: derived.submissions,
      storage: guard('Cookies could not be judged', () => written.flatMap((one) => stored(one, derived.pageOf))) ?? [],
      signals: derived.signals,
    };
    const { findings, notes, passes, ignored } = guard('The rules broke', () => runRules(input)) ?? {
      findings: [],
      notes: [],
      passes: {},
      ignored: [],
    };
    const coverage: Coverage = { passes, ...(ignored.length > 0 ? { ignored } : {}), ...derived.coverage };
    return {
      schema: 'tagwitness.session/1',
      tool: { name: 'tagwitness', version: options.version ?? '0.1.0' },
      source: sourceOf(derived.signals, options.source ?? 'browser'),
      settings,
      pages: derived.pages,
      signals: derived.signals,
      calls: derived.calls,
      consent: changes,
      fires,
      submissions: derived.submissions,
      findings: [...findings, ...[...broken].sort().map(crashed)],
      notes,
      coverage,
    };
  }

  return { push, session };
}

/** {@link createAnalyser} folded over a list. */
export function analyse(signals: Iterable<Signal>, settings: Settings, options?: AnalyserOptions): Session {
  const analyser = createAnalyser(settings, options);
  for (const signal of signals) analyser.push(signal);
  return analyser.session();
}

function sourceOf(signals: readonly Signal[], kind: SessionSource['kind']): SessionSource {
  return { kind, startedAt: signals[0]?.at ?? 0, endedAt: signals.at(-1)?.at ?? 0 };
}

/** Null where it cannot be told. */
function isAllowed(verdict: Fire['consent']['verdict']): boolean | null {
  return verdict === 'unknown' ? null : verdict === 'granted' || verdict === 'not-required';
}

const between: Fire['consent']['basis'] = {
  framework: 'none',
  at: null,
  words: 'Cannot be told: the choice changed between the last look without this cookie and the first with it.',
};

const noVerdict: Fire['consent'] = {
  verdict: 'unknown',
  agreement: 'silent',
  basis: { framework: 'none', at: null, words: 'Nothing is known of what this vendor needs.' },
};

const emptyLedger: Derived = {
  signals: [],
  pages: [],
  submissions: [],
  fires: [],
  calls: [],
  coverage: { unreadBodies: 0, unknownTags: [], gaps: [], serverCopySigns: [], blocked: {}, blind: [] },
  pageOf: () => null,
};

/** A stage that broke on something speaks for itself, so that nothing is missing in silence. */
function crashed(words: string): Finding {
  return {
    id: `crashed:analyse:${words}`,
    rule: 'analyse',
    verdict: 'crashed',
    severity: 'info',
    title: 'A part of the analysis broke and says nothing',
    message: `This is a fault of Tagwitness, not of the page. All that could be derived without it stands. ${words}`,
    why: 'What this part would have found is not listed.',
    fix: '1. Export this session.\n2. Report the fault with the export attached.',
    fires: [],
    submissions: [],
    evidence: [],
  };
}
