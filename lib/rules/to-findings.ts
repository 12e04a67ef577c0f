import type { Evidence, Fire, Said } from '../model';
import { addTo } from './add-to';
import { milder, type Report, type RuleMeta } from './kit';

/** A finding, with what only the program needs to know about it. */
export interface Told {
  finding: Said;
  /** Absent when it is about several vendors. */
  vendor?: string;
  /** Keys of the rule's messages it was told with, worst first. */
  messages: string[];
}

/** Turns a rule's reports into findings: equal keys are one cause and become one finding, told by the worst of them. */
export function toFindings(meta: RuleMeta, reports: readonly Report[]): Told[] {
  const causes = new Map<string, Report[]>();
  for (const report of reports) addTo(causes, idOf(meta, report), report);
  return [...causes].map(([id, cause]) => toFinding(meta, id, cause));
}

const verdicts = { fail: 0, unknown: 1, pass: 2 };
const severities = { error: 0, warning: 1, info: 2 };

function toFinding(meta: RuleMeta, id: string, cause: Report[]): Told {
  const told = cause.map((report) => ({ report, ...wordsOf(meta, report) }));
  told.sort((a, b) => verdicts[a.verdict] - verdicts[b.verdict] || severities[a.severity] - severities[b.severity]);
  const [worst] = told;
  if (!worst) throw new Error(`${meta.id} reported nothing under ${id}`);
  const { report } = worst;
  const finding: Said = {
    id,
    rule: meta.id,
    verdict: worst.verdict,
    severity: worst.severity,
    title: worst.title,
    message: worst.text,
    why: report.why ?? meta.why,
    fix: report.fix,
    fires: distinct(inOrder(told.flatMap((one) => one.report.fires ?? [])).map((fire) => fire.id)),
    submissions: distinct(told.flatMap((one) => (one.report.submissions ?? []).map((submission) => submission.id))),
    evidence: distinctEvidence(told.flatMap((one) => one.report.evidence)),
  };
  return { finding, vendor: report.vendor, messages: distinct(told.map((one) => one.report.message)) };
}

function wordsOf(meta: RuleMeta, report: Report) {
  const message = meta.messages[report.message];
  if (!message) throw new Error(`${meta.id} has no message "${report.message}"`);
  return {
    verdict: message.verdict,
    severity: report.lower ? milder(message.severity) : message.severity,
    title: fill(message.title, report),
    text: fill(message.text, report),
  };
}

function fill(text: string, report: Report): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = report.data?.[name];
    if (value === undefined) throw new Error(`the message "${report.message}" needs a value for {${name}}`);
    return String(value);
  });
}

/** Readable and made of content alone; the parts are escaped so that two causes never share one. */
function idOf(meta: RuleMeta, report: Report): string {
  return [meta.id, ...report.key.map((part) => encodeURIComponent(wellFormed(part ?? '-')))].join(':');
}

/** `encodeURIComponent` throws on half of a surrogate pair, which a page may put anywhere. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

function inOrder(fires: readonly Fire[]): Fire[] {
  return [...fires].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

function distinct(items: readonly string[]): string[] {
  return [...new Set(items)];
}

function distinctEvidence(items: readonly Evidence[]): Evidence[] {
  const seen = new Map(items.map((item) => [`${item.kind}\n${item.ref}\n${item.text}`, item]));
  return [...seen.values()];
}
