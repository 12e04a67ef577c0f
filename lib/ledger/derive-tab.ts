import type { CallSignal, Decoded, FormRef, FormSignal, GapSignal, PageCall, RequestSignal, Settings, Signal } from '../model';
import type { Answers } from './answers';
import { callsOf, tieCalls } from './calls';
import { type Clicks, clicksOf } from './clicks';
import { confirmationOf } from './confirmation';
import { coverageOf, type TabCoverage } from './coverage';
import type { LedgerDeps } from './deps';
import { type Doc, documentsOf } from './documents';
import { type Drafted, firesOf } from './fires';
import { leadLikeOf } from './lead-like';
import { createLost, type Lost } from './lost';
import { byKey, formsSeen, pageForm, type SeenForms } from './page-forms';
import { createPageOf, type PageOf } from './page-of';
import { chainFrom, createPlacement } from './placement';
import { type Sent, submissionsOf } from './submissions';
import { type View, viewsOf } from './views';
import { markWatched } from './watched';

/** The signals of one tab in order of time, and what is known beyond it. */
export interface TabInput {
  signals: readonly Signal[];
  gaps: readonly GapSignal[];
  answers: Answers;
  decodedOf(request: RequestSignal): Decoded | undefined;
  /** Why a request that no vendor knows looks like a tag’s. */
  suspicionOf(request: RequestSignal): string | undefined;
  deps: LedgerDeps;
}

/** What can be said of a tab by itself. */
export interface TabViews {
  input: TabInput;
  docs: Map<string, Doc>;
  views: View[];
  forms: FormSignal[];
  requests: RequestSignal[];
  calls: CallSignal[];
  clicks: Clicks;
  seen: SeenForms;
  pageOf: PageOf;
}

/** Everything that is derived of one tab. */
export interface TabState {
  views: View[];
  submissions: Sent[];
  fires: Drafted[];
  calls: PageCall[];
  coverage: TabCoverage;
}

/** First half: views, and which forms stood on them. */
export function deriveViews(input: TabInput): TabViews {
  const docs = documentsOf(input.signals);
  const views = viewsOf(docs.values());
  const pageOf = createPageOf(docs, views);
  const forms: FormSignal[] = [];
  const requests: RequestSignal[] = [];
  const calls: CallSignal[] = [];
  for (const signal of input.signals) {
    if (signal.kind === 'form') forms.push(signal);
    else if (signal.kind === 'request') requests.push(signal);
    else if (signal.kind === 'call') calls.push(signal);
  }
  const clicks = clicksOf(input.signals);
  const seen = formsSeen(forms, views, (signal) => pageOf(signal.place, signal.at), clicks);
  return { input, docs, views, forms, requests, calls, clicks, seen, pageOf };
}

/** Second half: everything that needs to know which forms stand on many pages. `onMany` holds their keys. */
export function deriveTab(tab: TabViews, onMany: ReadonlySet<string>): TabState {
  const { input, docs, views, clicks, seen } = tab;
  const { deps, gaps } = input;
  for (const view of views) view.forms = (seen.onView.get(view.id) ?? []).map((form) => pageForm(form, onMany)).sort(byKey);
  const lost = createLost(docs, views, gaps);
  markWatched(views, { gaps, lost, clicks });
  const submissions = submissionsOf(submissionInput(tab, lost));
  markConfirmations(views, submissions, { clicks, settings: deps.settings });
  const { fires, lone } = firesOf({
    decoded: tab.requests.flatMap((request) => withDecoded(request, input)),
    preflights: tab.requests.filter((request) => request.method === 'OPTIONS'),
    answers: input.answers,
    layTo: (request) => tab.pageOf(request.place, request.at, request),
    factsOf: deps.factsOf,
  });
  placeLeads(fires, { tab, submissions, lost });
  const calls = callsOf({
    signals: tab.calls,
    readCall: deps.readCall,
    layTo: (signal) => tab.pageOf(signal.place, signal.at),
    factsOf: deps.factsOf,
  });
  tieCalls(fires, calls, deps.factsOf);
  const coverage = coverageOf({
    requests: tab.requests,
    decodedOf: input.decodedOf,
    suspicionOf: input.suspicionOf,
    errorOf: (request) => input.answers.of(request).error,
    docs: docs.values(),
    views,
    fires,
    lone,
  });
  return { views, submissions, fires, calls: calls.map(({ kind, ...call }) => call), coverage };
}

function submissionInput(tab: TabViews, lost: Lost): Parameters<typeof submissionsOf>[0] {
  const { decodedOf, deps, answers } = tab.input;
  const receives = (request: RequestSignal): boolean => {
    const vendor = decodedOf(request)?.vendor;
    return vendor != null && deps.factsOf(vendor)?.receivesForms === true;
  };
  const mayCarry = (request: RequestSignal): boolean =>
    request.hop === 0 && request.method !== 'OPTIONS' && (decodedOf(request) === undefined || receives(request));
  return {
    forms: tab.forms,
    carriers: { requests: tab.requests.filter(mayCarry), receivesForms: receives },
    navigations: tab.requests.filter((request) => request.type === 'main_frame'),
    answers,
    views: tab.views,
    layTo: (signal) => tab.pageOf(signal.place, signal.at),
    formsOn: (view) => (tab.seen.onView.get(view.id) ?? []).map((form: FormRef) => form.key),
    whole: lost.whole,
  };
}

function markConfirmations(
  views: readonly View[],
  submissions: readonly Sent[],
  { clicks, settings }: { clicks: Clicks; settings: Settings },
): void {
  const accepted = submissions.flatMap(({ outcome, to }) => (outcome === 'accepted' && to ? [to] : []));
  const led = new Set(accepted.flatMap((to) => chainFrom(to, views, clicks).map((view) => view.id)));
  for (const view of views) {
    const confirmation = confirmationOf(view, led.has(view.id), settings);
    if (confirmation) view.confirmation = confirmation;
    else delete view.confirmation;
  }
}

/** What a request says, when a vendor knows it. A preflight says nothing. */
function withDecoded(request: RequestSignal, { decodedOf }: TabInput): { request: RequestSignal; decoded: Decoded }[] {
  const decoded = request.method === 'OPTIONS' ? undefined : decodedOf(request);
  return decoded ? [{ request, decoded }] : [];
}

/** Events after a submission that say how good the lead was: they hang under it, without a placement of their own. */
const quality = new Set(['contact', 'complete_registration', 'submit_application', 'schedule']);

function placeLeads(
  fires: readonly Drafted[],
  { tab, submissions, lost }: { tab: TabViews; submissions: readonly Sent[]; lost: Lost },
): void {
  const { settings } = tab.input.deps;
  const transports = new Set(submissions.flatMap((one) => one.transports));
  const place = createPlacement({
    views: tab.views,
    submissions,
    settings,
    clicks: tab.clicks,
    lost,
  });
  for (const drafted of fires) {
    const { fire, view, request } = drafted;
    // A request that is the form's own transport is the submission, not a lead beside it.
    const leadLike = transports.has(request.id) ? undefined : leadLikeOf(fire, view?.url, settings);
    if (!leadLike && !quality.has(fire.category)) continue;
    const { placement, basis, submission, lost: lostWhy } = place(drafted);
    if (leadLike) {
      fire.leadLike = leadLike;
      fire.placement = placement;
      fire.placementBasis = basis;
      // Which view it was counted on is what was lost, so no rule may hold one against it.
      if (lostWhy !== undefined) Object.assign(fire, { pageId: null, pageBasis: lostWhy });
    } else if (placement !== 'after-acceptance') continue;
    if (!submission) continue;
    fire.submissionId = submission.id;
    submission.fires.push(fire.id);
  }
  markInferred(fires);
}

/** An untyped conversion in the submission of a typed lead is that lead. */
function markInferred(fires: readonly Drafted[]): void {
  const typed = new Set(
    fires.flatMap(({ fire }) => (fire.submissionId !== undefined && isTyped(fire.leadLike) ? [fire.submissionId] : [])),
  );
  for (const { fire } of fires) {
    if (fire.leadLike === 'conversion' && fire.submissionId !== undefined && typed.has(fire.submissionId)) fire.inferred = true;
  }
}

function isTyped(leadLike: Drafted['fire']['leadLike']): boolean {
  return leadLike === 'typed' || leadLike === 'settings';
}
