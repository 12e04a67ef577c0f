export { json } from './json';
export { ndjson } from './ndjson';
export { redact } from './redact';
export { type TextOptions, text } from './text';
