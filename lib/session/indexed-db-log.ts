import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Kept, Signal } from '../model';
import { defaultRetention, distinctInOrder, noTab, type Retention, type SignalLog } from './signal-log';

/** About a hundred signals a record: IndexedDB costs 12–15 µs a signal in chunks and up to 1 ms one by one. */
const chunkSize = 100;

/** What can be told of a chunk without reading it, under the same key: a worker that wakes must not read the whole log. */
interface Summary {
  /** `<capture session>/<tab>`. */
  owner: string;
  count: number;
  bytes: number;
  /** Instant of the latest signal in it. */
  lastAt: number;
  /** When it was last written to, by this machine's clock. */
  writtenAt: number;
}

interface Schema extends DBSchema {
  chunks: { key: number; value: Signal[] };
  summaries: { key: number; value: Summary; indexes: { owner: string } };
  facts: { key: string; value: number };
}

type Store = 'chunks' | 'summaries' | 'facts';

/** A chunk that is still being filled. */
interface OpenChunk {
  key?: number;
  signals: Signal[];
  summary: Summary;
}

const both: Store[] = ['chunks', 'summaries'];

/**
 * The log in IndexedDB. Signals are written at once when nothing is being written, and together with all that arrived meanwhile
 * otherwise; so a worker that is stopped while quiet has lost nothing, and a burst costs few writes.
 */
export async function openIndexedDbLog(
  captureSession: string,
  { name = 'tagwitness', retention = defaultRetention, now = Date.now, fresh = false }: IndexedDbLogOptions = {},
): Promise<SignalLog> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(name, 2, {
    upgrade(database) {
      // What an earlier layout holds belongs to an earlier run of the browser, which nobody can look at any more.
      for (const store of database.objectStoreNames) database.deleteObjectStore(store);
      database.createObjectStore('chunks', { autoIncrement: true });
      database.createObjectStore('summaries').createIndex('owner', 'owner');
      database.createObjectStore('facts');
    },
    blocking: () => db.close(),
  });
  if (fresh) await forgetOthers(db, captureSession);
  return createLog(db, { captureSession, retention, now });
}

export interface IndexedDbLogOptions {
  name?: string;
  retention?: Retention;
  /** The clock, epoch milliseconds. */
  now?: () => number;
  /** A new capture session begins: what earlier ones left is forgotten. */
  fresh?: boolean;
}

interface LogOptions {
  captureSession: string;
  retention: Retention;
  now: () => number;
}

function createLog(db: IDBPDatabase<Schema>, { captureSession, retention, now }: LogOptions): SignalLog {
  const open = new Map<string, OpenChunk>();
  let waiting: Signal[] = [];
  let writing: Promise<void> | null = null;
  let error: string | undefined;

  const ownerOf = (tabId: number | null) => `${captureSession}/${tabId ?? noTab}`;

  async function writeWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await writeBatch(batch);
        error = undefined;
      } catch (reason) {
        await makeRoom(reason, batch);
      }
    }
  }

  async function writeBatch(batch: readonly Signal[]): Promise<void> {
    const touched = new Set(batch.map(addToChunk));
    const transaction = db.transaction(both, 'readwrite');
    const chunks = transaction.objectStore('chunks');
    for (const chunk of touched) {
      chunk.summary.writtenAt = now();
      chunk.key = await (chunk.key === undefined ? chunks.add(chunk.signals) : chunks.put(chunk.signals, chunk.key));
      await transaction.objectStore('summaries').put(chunk.summary, chunk.key);
    }
    await transaction.done;
    if (await isOverfull()) await dropOldest();
  }

  function addToChunk(signal: Signal): OpenChunk {
    const owner = ownerOf(signal.place.tabId);
    const current = open.get(owner);
    const chunk = current && current.signals.length < chunkSize ? current : emptyChunk(owner);
    const { summary } = chunk;
    const bytes = sizeOf(signal);
    chunk.signals.push(signal);
    summary.count += 1;
    summary.bytes += bytes;
    summary.lastAt = Math.max(summary.lastAt, signal.at);
    open.set(owner, chunk);
    sums.count += 1;
    sums.bytes += bytes;
    return chunk;
  }

  /** What this instance wrote since the database was last counted; another one may have written too. */
  const sums = { counted: false, count: 0, bytes: 0 };

  async function isOverfull(): Promise<boolean> {
    if (!sums.counted) await countAgain();
    return sums.count > retention.signals || sums.bytes > retention.bytes;
  }

  async function countAgain(): Promise<void> {
    const all = await db.getAll('summaries');
    Object.assign(sums, { counted: true, count: sumOf(all, 'count'), bytes: sumOf(all, 'bytes') });
  }

  /** Storage is full: the oldest tenth gives way, then the batch is tried once more; if that fails, it is said. */
  async function makeRoom(reason: unknown, batch: readonly Signal[]): Promise<void> {
    open.clear();
    try {
      await dropOldest();
      await writeBatch(batch);
    } catch {
      error = `New signals cannot be stored: ${reason instanceof Error ? reason.message : String(reason)}`;
      open.clear();
      sums.counted = false;
    }
  }

  async function dropOldest(): Promise<void> {
    await countAgain();
    const target = {
      count: Math.min(retention.signals, sums.count) * 0.9,
      bytes: Math.min(retention.bytes, sums.bytes) * 0.9,
    };
    const transaction = db.transaction<Store[], 'readwrite'>([...both, 'facts'], 'readwrite');
    const chunks = transaction.objectStore('chunks');
    let droppedBefore = 0;
    for (let cursor = await transaction.objectStore('summaries').openCursor(); cursor; cursor = await cursor.continue()) {
      if (sums.count <= target.count && sums.bytes <= target.bytes) break;
      sums.count -= cursor.value.count;
      sums.bytes -= cursor.value.bytes;
      droppedBefore = Math.max(droppedBefore, cursor.value.lastAt);
      forget(cursor.primaryKey);
      await chunks.delete(cursor.primaryKey);
      await cursor.delete();
    }
    if (droppedBefore > 0) await transaction.objectStore('facts').put(droppedBefore, 'droppedBefore');
    await transaction.done;
  }

  function forget(key: number): void {
    for (const [owner, chunk] of open) if (chunk.key === key) open.delete(owner);
  }

  const settled = async () => {
    while (writing) await writing;
  };

  /** The keys of a tab's chunks written to since an instant. */
  async function keysOf(tabId: number, since: number): Promise<number[]> {
    const keys: number[] = [];
    for (const owner of new Set([ownerOf(tabId), ownerOf(noTab)])) {
      const index = db.transaction('summaries').store.index('owner');
      for (let cursor = await index.openCursor(owner); cursor; cursor = await cursor.continue()) {
        if (cursor.value.writtenAt >= since) keys.push(cursor.primaryKey);
      }
    }
    return keys;
  }

  return {
    append(signals) {
      waiting.push(...signals);
      writing ??= writeWaiting().finally(() => {
        writing = null;
      });
      return writing;
    },
    async read(tabId, since = 0) {
      await settled();
      const keys = await keysOf(tabId, since);
      const transaction = db.transaction('chunks');
      const chunks = await Promise.all(keys.map((key) => transaction.store.get(key)));
      return distinctInOrder(chunks.flatMap((chunk) => chunk ?? []));
    },
    async clear(tabId) {
      await settled();
      const owner = ownerOf(tabId);
      const transaction = db.transaction(both, 'readwrite');
      const index = transaction.objectStore('summaries').index('owner');
      for (let cursor = await index.openCursor(owner); cursor; cursor = await cursor.continue()) {
        await transaction.objectStore('chunks').delete(cursor.primaryKey);
        await cursor.delete();
      }
      await transaction.done;
      open.delete(owner);
      sums.counted = false;
    },
    async lastWrittenAt() {
      await settled();
      const range = IDBKeyRange.bound(`${captureSession}/`, `${captureSession}/\uffff`);
      const all = await db.getAllFromIndex('summaries', 'owner', range);
      return all.reduce<number | null>((last, { writtenAt }) => Math.max(last ?? writtenAt, writtenAt), null);
    },
    async stats(): Promise<Kept> {
      await settled();
      await countAgain();
      const droppedBefore = await db.get('facts', 'droppedBefore');
      return {
        signals: sums.count,
        bytes: sums.bytes,
        ...(droppedBefore === undefined ? {} : { droppedBefore }),
        ...(error === undefined ? {} : { error }),
      };
    },
  };
}

function emptyChunk(owner: string): OpenChunk {
  return { signals: [], summary: { owner, count: 0, bytes: 0, lastAt: 0, writtenAt: 0 } };
}

function sumOf(summaries: readonly Summary[], field: 'count' | 'bytes'): number {
  return summaries.reduce((sum, summary) => sum + summary[field], 0);
}

/** Nobody can look at what earlier runs of the browser left: it goes. */
async function forgetOthers(db: IDBPDatabase<Schema>, captureSession: string): Promise<void> {
  const transaction = db.transaction<Store[], 'readwrite'>([...both, 'facts'], 'readwrite');
  for (let cursor = await transaction.objectStore('summaries').openCursor(); cursor; cursor = await cursor.continue()) {
    if (cursor.value.owner.startsWith(`${captureSession}/`)) continue;
    await transaction.objectStore('chunks').delete(cursor.primaryKey);
    await cursor.delete();
  }
  await transaction.objectStore('facts').delete('droppedBefore');
  await transaction.done;
}

/** Close enough to what the record takes, and cheap: the strings carry nearly all of it. */
function sizeOf(signal: Signal): number {
  return JSON.stringify(signal).length;
}
