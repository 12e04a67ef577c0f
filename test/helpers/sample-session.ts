import type { Finding, Fire, Page, RequestSignal, Session } from '../../lib/model';

const start = Date.UTC(2026, 10, 25, 9, 12, 4);

/** A page view; fields can be overridden. */
export function samplePage(changes: Partial<Page> = {}): Page {
  return {
    id: 'p1',
    at: start,
    url: 'https://www.alder.example/quote',
    documentId: 'D1',
    tabId: 1,
    cause: 'commit',
    watchedSince: true,
    forms: [],
    ...changes,
  };
}

/** A Meta lead on page `p1`, allowed; fields can be overridden. */
export function sampleFire(changes: Partial<Fire> = {}): Fire {
  return {
    id: 'f1',
    at: start + 412,
    pageId: 'p1',
    vendor: 'meta',
    vendorName: 'Meta',
    account: '731904458812067',
    event: 'Lead',
    category: 'lead',
    eventId: 'quote-AH-1042',
    parameters: [],
    userData: [],
    consent: { verdict: 'granted', agreement: 'silent', basis: { framework: 'tcf', at: start, words: 'The visitor accepted.' } },
    requests: [{ signalId: 's:1:0', role: 'main' }],
    outcome: 'sent',
    needsConsent: true,
    ...changes,
  };
}

export function sampleFinding(changes: Partial<Finding> = {}): Finding {
  return {
    id: 'lead-off-confirmation:meta',
    rule: 'lead-off-confirmation',
    verdict: 'fail',
    severity: 'error',
    title: 'Meta counts a lead on every view of the form',
    message: '2 views of the form, 1 submission.',
    why: 'Campaigns are steered towards people who only looked.',
    fix: 'Fire the tag on /thank-you only.',
    fires: ['f1'],
    submissions: [],
    evidence: [{ kind: 'fire', ref: 'f1', text: 'Lead on /quote' }],
    ...changes,
  };
}

export function sampleRequest(changes: Partial<RequestSignal> = {}): RequestSignal {
  return {
    kind: 'request',
    id: 's:1:0',
    at: start + 412,
    place: { tabId: 1, frameId: 0, documentId: 'D1', url: 'https://www.alder.example/quote' },
    requestId: '1',
    hop: 0,
    method: 'GET',
    url: 'https://www.facebook.com/tr/?id=731904458812067&ev=Lead&eid=quote-AH-1042',
    type: 'image',
    ...changes,
  };
}

/** A session of one page and one fire; fields can be overridden. */
export function sampleSession(changes: Partial<Session> = {}): Session {
  return {
    schema: 'tagwitness.session/1',
    tool: { name: 'tagwitness', version: '0.1.0' },
    source: { kind: 'browser', startedAt: start, endedAt: start + 21_000 },
    pages: [samplePage()],
    signals: [sampleRequest()],
    calls: [],
    consent: [],
    fires: [sampleFire()],
    submissions: [],
    findings: [],
    notes: [],
    coverage: { passes: {}, unreadBodies: 0, unknownTags: [], gaps: [], serverCopySigns: [], blocked: {}, blind: [] },
    ...changes,
  };
}
