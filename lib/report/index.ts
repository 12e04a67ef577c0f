export { json } from './json';
export { ndjson } from './ndjson';
export { redact } from './redact';
export { text } from './text';
