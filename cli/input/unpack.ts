import { Gunzip, Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { UsageError } from '../usage-error';
import { largestFile } from './read-bytes';

/** One file, as it lay on disk or in an archive. */
export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

const mostEntries = 1000;
const chunk = 64 * 1024;
/** A HAR shrinks to a twentieth, seldom to a hundredth; beyond this, once it is large, it is a bomb. */
const ratio = 300;
const harmless = 32 * 1024 * 1024;

/** The files in a `.gz` or ZIP; anything else is one file. What a cut-off `.gz` still gives is given: its JSON will end in the middle. Throws a `UsageError` for a broken archive and for one that unfolds without end. */
export function unpack(bytes: Uint8Array, name: string): NamedBytes[] {
  const [first, second, third] = bytes;
  if (first === 0x1f && second === 0x8b) return [{ name: name.replace(/\.gz$/i, ''), bytes: gunzip(bytes, name) }];
  if (first === 0x50 && second === 0x4b && third === 3) return unzip(bytes, name);
  return [{ name, bytes }];
}

function gunzip(bytes: Uint8Array, name: string): Uint8Array {
  const collector = collect(name, bytes.length);
  const stream = new Gunzip((data) => collector.add(data));
  feed(bytes, name, (part, last) => stream.push(part, last));
  const unpacked = collector.bytes();
  if (unpacked.length === 0) throw damaged(name);
  return unpacked;
}

function unzip(bytes: Uint8Array, name: string): NamedBytes[] {
  const files: { name: string; collector: Collector; done: boolean }[] = [];
  let total = 0;
  let entries = 0;
  const stream = new Unzip();
  stream.register(UnzipInflate);
  stream.onfile = (file: UnzipFile) => {
    entries += 1;
    if (entries > mostEntries) throw new UsageError(`${name} holds more than ${mostEntries} files.`);
    if (file.name.endsWith('/') || !/\.(?:har|json)$/i.test(file.name) || /(?:^|\/)(?:__MACOSX|\._)/.test(file.name)) return;
    const entry = { name: `${name}/${file.name}`, collector: collect(name, bytes.length), done: false };
    files.push(entry);
    file.ondata = (error, data, final) => {
      if (error) throw error;
      total += data.length;
      if (total > largestFile) throw bomb(name);
      entry.collector.add(data);
      entry.done ||= final;
    };
    file.start();
  };
  feed(bytes, name, (part, last) => stream.push(part, last));
  if (files.some((file) => !file.done)) throw new UsageError(`${name} ends in the middle: it was cut off while it was saved.`);
  if (files.length === 0) throw new UsageError(`${name} holds no HAR and no saved session.`);
  return files.map((file) => ({ name: file.name, bytes: file.collector.bytes() }));
}

function feed(bytes: Uint8Array, name: string, push: (part: Uint8Array, last: boolean) => void): void {
  try {
    for (let at = 0; at < bytes.length; at += chunk) push(bytes.subarray(at, at + chunk), at + chunk >= bytes.length);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw damaged(name);
  }
}

interface Collector {
  add(data: Uint8Array): void;
  bytes(): Uint8Array;
}

function collect(name: string, packed: number): Collector {
  const parts: Uint8Array[] = [];
  let size = 0;
  return {
    add(data) {
      size += data.length;
      if (size > largestFile || (size > harmless && size > packed * ratio)) throw bomb(name);
      parts.push(data);
    },
    bytes: () => Buffer.concat(parts, size),
  };
}

function damaged(name: string): UsageError {
  return new UsageError(`${name} is a damaged archive.`);
}

function bomb(name: string): UsageError {
  return new UsageError(`${name} unfolds to far more than a capture holds: it was not read.`);
}
