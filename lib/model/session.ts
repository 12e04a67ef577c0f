import type { ConsentChange } from './consent-change';
import type { Finding, Note } from './finding';
import type { Fire } from './fire';
import type { Page } from './page';
import type { PageCall } from './page-call';
import type { Settings } from './settings';
import type { Signal } from './signal';
import type { Submission } from './submission';

/** The one document that is passed about: signals, and everything derived from them. */
export interface Session {
  schema: 'tagwitness.session/1';
  tool: { name: string; version: string };
  source: SessionSource;
  settings?: Settings;
  pages: Page[];
  signals: Signal[];
  /** Calls of page APIs, in order. */
  calls: PageCall[];
  consent: ConsentChange[];
  fires: Fire[];
  submissions: Submission[];
  findings: Finding[];
  /** What is right and worth a line all the same. */
  notes: Note[];
  coverage: Coverage;
}

export interface SessionSource {
  kind: 'browser' | 'run' | 'har' | 'session';
  /** Epoch milliseconds of the first and last signal. */
  startedAt: number;
  endedAt: number;
}

/** What was looked at, and what could not be. */
export interface Coverage {
  /** How often each rule looked and found nothing wrong. */
  passes: Record<string, number>;
  /** Findings left out because the settings say so, with the reason given there. Absent when there are none. */
  ignored?: { rule: string; why: string; count: number }[];
  unreadBodies: number;
  unknownTags: { host: string; reason: string; count: number }[];
  gaps: { fromAt: number; toAt: number; why: string }[];
  serverCopySigns: string[];
  /** Requests a blocker in this browser stopped, by vendor id. */
  blocked: Record<string, number>;
  /** Globals that could not be watched, by page. */
  blind: { pageId: string; names: string[] }[];
}
