import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../usage-error';
import { unpack } from './unpack';

const har = strToU8('{"log":{"entries":[]}}');
const zeros = new Uint8Array(80 * 1024 * 1024);

describe('unpack', () => {
  it('leaves a plain file alone', () => {
    expect(unpack(har, 'a.har')).toEqual([{ name: 'a.har', bytes: har }]);
  });

  it('opens a .gz', () => {
    const [file] = unpack(gzipSync(har), 'a.har.gz');
    expect([file?.name, Buffer.from(file?.bytes ?? []).toString()]).toEqual(['a.har', '{"log":{"entries":[]}}']);
  });

  it('opens each HAR and JSON in a ZIP, stored or deflated, and leaves the rest', () => {
    const zip = zipSync({ 'one.har': [har, { level: 0 }], 'sub/two.json': har, 'readme.txt': har, '__MACOSX/._one.har': har });
    expect(unpack(zip, 'a.zip').map((file) => file.name)).toEqual(['a.zip/one.har', 'a.zip/sub/two.json']);
  });

  it.each([
    ['a .gz that is cut off', gzipSync(har).subarray(0, 12), /damaged|middle/],
    ['a ZIP that is cut off', zipSync({ 'a.har': [har, { level: 0 }] }).subarray(0, 45), /middle|damaged/],
    ['a damaged ZIP', zipSync({ 'a.har': strToU8('x'.repeat(5000)) }).fill(0xff, 36, 50), /damaged|middle/],
    ['a ZIP of pictures', zipSync({ 'a.png': har }), /holds no HAR/],
    [
      'a ZIP of too many files',
      zipSync(Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`${n}.har`, har]))),
      /more than 1000/,
    ],
    ['a .gz bomb', gzipSync(zeros), /far more than a capture holds/],
    ['a ZIP bomb', zipSync({ 'a.har': zeros }), /far more than a capture holds/],
  ])('refuses %s with one sentence', (_name, bytes, words) => {
    expect(() => unpack(bytes, 'a.file')).toThrow(UsageError);
    expect(() => unpack(bytes, 'a.file')).toThrow(words);
  });
});
