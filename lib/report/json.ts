import type { Session } from '../model';

/** The whole session as JSON, indented for a person; `scan` reads it again. */
export function json(session: Session): string {
  return `${JSON.stringify(session, null, 2)}\n`;
}
