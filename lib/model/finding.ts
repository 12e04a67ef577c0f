/** What is wrong, or cannot be told. Derived by rules. */
export interface Finding extends Told {
  verdict: 'fail' | 'unknown' | 'crashed';
}

/** Something right that is worth a line: a cookieless ping, with what was still sent. Always severity info, and no finding. */
export interface Note extends Told {
  verdict: 'pass';
}

/** What a rule says. */
export type Said = Finding | Note;

interface Told {
  /** Made of what the finding is about, so that it does not depend on the order in which evidence arrived. */
  id: string;
  rule: string;
  severity: Severity;
  title: string;
  message: string;
  why: string;
  fix: string;
  fires: string[];
  submissions: string[];
  evidence: Evidence[];
}

/** error: numbers are wrong or a law is at risk · warning: will go wrong, or cannot be trusted · info: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** One piece of evidence; `ref` is the id of the fire, submission, page, consent change or signal it points to. */
export interface Evidence {
  kind: 'fire' | 'submission' | 'page' | 'consent' | 'call' | 'note';
  ref: string;
  text: string;
}
