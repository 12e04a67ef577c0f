/** One attempt to send a form, and its outcome. Derived. */
export interface Submission {
  id: string;
  /** Key of the form, see `FormRef.key`. */
  formId: string;
  formLabel?: string;
  /** The click or Enter that set it off, else the submit itself. */
  startedAt: number;
  /** When the status of the answer arrived; absent while unknown. */
  answeredAt?: number;
  /** When the page showed the evidence of the outcome; absent for `unknown`. */
  settledAt?: number;
  outcome: 'accepted' | 'rejected' | 'invalid' | 'unknown';
  /** Why we think so, in words. */
  basis: string;
  fromPageId: string;
  toPageId?: string;
  fires: string[];
  /** Signals the submission was made of. */
  signals: string[];
}
