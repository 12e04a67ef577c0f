import type {
  ConsentChange,
  Finding,
  Fire,
  Page,
  PageCall,
  RequestSignal,
  ResponseSignal,
  Session,
  Signal,
  Submission,
} from '../../lib/model';

/** What the panel can show in detail, by kind and id. */
export interface Ref {
  kind: 'fire' | 'call' | 'submission' | 'page' | 'consent';
  id: string;
}

/** Everything of one session, found by id. Maps are made when first asked for. */
export interface Lookup {
  fire(id: string): Fire | undefined;
  call(id: string): PageCall | undefined;
  submission(id: string): Submission | undefined;
  page(id: string): Page | undefined;
  consent(id: string): ConsentChange | undefined;
  signal(id: string): Signal | undefined;
  /** What became of a request, in order. */
  responses(request: RequestSignal): ResponseSignal[];
  /** Findings a fire is part of, worst first. */
  findings(fireId: string): Finding[];
  /** 1 for the first submission, and so on. */
  submissionNumber(id: string): number;
  /** 1 for the first view of this path, and how many there are. */
  view(pageId: string): { number: number; of: number };
  /** Submission that led to a page. */
  ledTo(pageId: string): Submission | undefined;
  has(ref: Ref): boolean;
}

const rank = { error: 0, warning: 1, info: 2 };

/** Worst first: fails before what cannot be told, then by severity; the order of the rules stays otherwise. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  const weight = (finding: Finding) => (finding.verdict === 'fail' ? 0 : 10) + rank[finding.severity];
  return [...findings].sort((a, b) => weight(a) - weight(b));
}

export function createLookup(session: Session): Lookup {
  const once = <T>(make: () => T) => {
    let made: { value: T } | undefined;
    return () => {
      made ??= { value: make() };
      return made.value;
    };
  };
  const byId = <T extends { id: string }>(items: readonly T[]) => once(() => new Map(items.map((item) => [item.id, item])));

  const fires = byId(session.fires);
  const calls = byId(session.calls);
  const submissions = byId(session.submissions);
  const pages = byId(session.pages);
  const changes = byId(session.consent);
  const signals = byId(session.signals);
  const order = once(() => new Map(session.submissions.map((submission, index) => [submission.id, index + 1])));
  const landings = once(
    () => new Map(session.submissions.flatMap((item) => (item.toPageId ? [[item.toPageId, item] as const] : []))),
  );
  const views = once(() => viewsOf(session.pages));

  const findings = once(() => {
    const map = new Map<string, Finding[]>();
    for (const finding of worstFirst(session.findings)) for (const id of finding.fires) append(map, id, finding);
    return map;
  });
  const answers = once(() => {
    const map = new Map<string, ResponseSignal[]>();
    for (const signal of session.signals)
      if (signal.kind === 'response') append(map, `${signal.requestId} ${signal.hop}`, signal);
    return map;
  });

  const lookup: Lookup = {
    fire: (id) => fires().get(id),
    call: (id) => calls().get(id),
    submission: (id) => submissions().get(id),
    page: (id) => pages().get(id),
    consent: (id) => changes().get(id),
    signal: (id) => signals().get(id),
    responses(request) {
      // Request ids repeat after a browser restart: prefer the answers whose key says that they belong to this one.
      const found = answers().get(`${request.requestId} ${request.hop}`) ?? [];
      const own = found.filter((answer) => answer.id.startsWith(`${request.id}:`));
      return own.length > 0 ? own : found;
    },
    findings: (id) => findings().get(id) ?? [],
    submissionNumber: (id) => order().get(id) ?? 0,
    view: (id) => views().get(id) ?? { number: 1, of: 1 },
    ledTo: (id) => landings().get(id),
    has: ({ kind, id }) => lookup[kind](id) !== undefined,
  };
  return lookup;
}

function viewsOf(pages: readonly Page[]): Map<string, { number: number; of: number }> {
  const paths = new Map<string, Page[]>();
  for (const page of pages) append(paths, page.url.replace(/[?#].*$/, ''), page);
  const result = new Map<string, { number: number; of: number }>();
  for (const views of paths.values()) {
    for (const [index, page] of views.entries()) result.set(page.id, { number: index + 1, of: views.length });
  }
  return result;
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
