import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Kept, Signal } from '../model';
import { defaultRetention, distinctInOrder, noTab, type Retention, type SignalLog } from './signal-log';

/** About a hundred signals a record: IndexedDB costs 12–15 µs a signal in chunks and up to 1 ms one by one. */
const chunkSize = 100;

interface Chunk {
  /** `<capture session>/<tab>`. */
  owner: string;
  signals: Signal[];
  bytes: number;
}

interface Schema extends DBSchema {
  chunks: { key: number; value: Chunk; indexes: { owner: string } };
  facts: { key: string; value: number };
}

/** A chunk that is still being filled. */
interface OpenChunk extends Chunk {
  key?: number;
}

/**
 * The log in IndexedDB. Signals are written at once when nothing is being written, and together with all that arrived meanwhile
 * otherwise; so a worker that is stopped while quiet has lost nothing, and a burst costs few writes.
 */
export async function openIndexedDbLog(
  captureSession: string,
  { name = 'tagwitness', retention = defaultRetention, onError = () => {}, fresh = false }: IndexedDbLogOptions = {},
): Promise<SignalLog> {
  const db = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('chunks', { autoIncrement: true }).createIndex('owner', 'owner');
      fresh.createObjectStore('facts');
    },
  });
  if (fresh) await forgetOthers(db, captureSession);
  return createLog(db, { captureSession, retention, onError });
}

export interface IndexedDbLogOptions {
  name?: string;
  retention?: Retention;
  /** Told once for each write that failed. */
  onError?: (sentence: string) => void;
  /** A new capture session begins: what earlier ones left is forgotten. */
  fresh?: boolean;
}

interface LogOptions {
  captureSession: string;
  retention: Retention;
  onError: (sentence: string) => void;
}

function createLog(db: IDBPDatabase<Schema>, { captureSession, retention, onError }: LogOptions): SignalLog {
  const open = new Map<string, OpenChunk>();
  let waiting: Signal[] = [];
  let writing: Promise<void> | null = null;
  let error: string | undefined;
  let totals: Promise<{ signals: number; bytes: number }> | null = null;

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
    const sums = await countOnce();
    const transaction = db.transaction(['chunks', 'facts'], 'readwrite');
    const chunks = transaction.objectStore('chunks');
    for (const signal of batch) {
      const owner = ownerOf(signal.place.tabId);
      const current = open.get(owner);
      const chunk: OpenChunk = current && current.signals.length < chunkSize ? current : { owner, signals: [], bytes: 0 };
      const bytes = sizeOf(signal);
      chunk.signals.push(signal);
      chunk.bytes += bytes;
      sums.signals += 1;
      sums.bytes += bytes;
      open.set(owner, chunk);
      touched.add(chunk);
    }
    for (const chunk of touched) {
      const { key, ...value } = chunk;
      chunk.key = await (key === undefined ? chunks.add(value) : chunks.put(value, key));
    }
    touched.clear();
    await transaction.done;
    if (sums.signals > retention.signals || sums.bytes > retention.bytes) await dropOldest();
  }
  const touched = new Set<OpenChunk>();

  /** Storage is full: the oldest tenth gives way, then the batch is tried once more; if that fails, it is said. */
  async function makeRoom(reason: unknown, batch: readonly Signal[]): Promise<void> {
    touched.clear();
    open.clear();
    totals = null;
    try {
      await dropOldest();
      await writeBatch(batch);
    } catch {
      error = `New signals cannot be stored: ${reason instanceof Error ? reason.message : String(reason)}`;
      onError(error);
      touched.clear();
      open.clear();
      totals = null;
    }
  }

  async function dropOldest(): Promise<void> {
    const sums = await countOnce();
    const target = {
      signals: Math.min(retention.signals, sums.signals) * 0.9,
      bytes: Math.min(retention.bytes, sums.bytes) * 0.9,
    };
    const transaction = db.transaction(['chunks', 'facts'], 'readwrite');
    let droppedBefore = 0;
    for (let cursor = await transaction.objectStore('chunks').openCursor(); cursor; cursor = await cursor.continue()) {
      if (sums.signals <= target.signals && sums.bytes <= target.bytes) break;
      sums.signals -= cursor.value.signals.length;
      sums.bytes -= cursor.value.bytes;
      droppedBefore = Math.max(droppedBefore, ...cursor.value.signals.map((signal) => signal.at));
      forget(cursor.primaryKey);
      await cursor.delete();
    }
    if (droppedBefore > 0) await transaction.objectStore('facts').put(droppedBefore, 'droppedBefore');
    await transaction.done;
  }

  function forget(key: number): void {
    for (const [owner, chunk] of open) if (chunk.key === key) open.delete(owner);
  }

  /** Counted from the database at first, then kept up to date. */
  function countOnce(): Promise<{ signals: number; bytes: number }> {
    totals ??= (async () => {
      const sums = { signals: 0, bytes: 0 };
      for (let cursor = await db.transaction('chunks').store.openCursor(); cursor; cursor = await cursor.continue()) {
        sums.signals += cursor.value.signals.length;
        sums.bytes += cursor.value.bytes;
      }
      return sums;
    })();
    return totals;
  }

  const settled = async () => {
    while (writing) await writing;
  };

  return {
    append(signals) {
      waiting.push(...signals);
      writing ??= writeWaiting().finally(() => {
        writing = null;
      });
      return writing;
    },
    async read(tabId) {
      await settled();
      const owners = tabId === noTab ? [ownerOf(noTab)] : [ownerOf(tabId), ownerOf(noTab)];
      const chunks = await Promise.all(owners.map((owner) => db.getAllFromIndex('chunks', 'owner', owner)));
      return distinctInOrder(chunks.flat().flatMap((chunk) => chunk.signals));
    },
    async clear(tabId) {
      await settled();
      const owner = ownerOf(tabId);
      const transaction = db.transaction('chunks', 'readwrite');
      for (let cursor = await transaction.store.index('owner').openCursor(owner); cursor; cursor = await cursor.continue())
        await cursor.delete();
      await transaction.done;
      open.delete(owner);
      totals = null;
    },
    async lastAt() {
      await settled();
      const range = IDBKeyRange.bound(`${captureSession}/`, `${captureSession}/\uffff`);
      let last: number | null = null;
      for (
        let cursor = await db.transaction('chunks').store.index('owner').openCursor(range, 'prev');
        cursor;
        cursor = await cursor.continue()
      ) {
        for (const signal of cursor.value.signals) last = Math.max(last ?? signal.at, signal.at);
      }
      return last;
    },
    async stats(): Promise<Kept> {
      await settled();
      const { signals, bytes } = await countOnce();
      const droppedBefore = await db.get('facts', 'droppedBefore');
      return {
        signals,
        bytes,
        ...(droppedBefore === undefined ? {} : { droppedBefore }),
        ...(error === undefined ? {} : { error }),
      };
    },
  };
}

/** Nobody can look at what earlier runs of the browser left: it goes. */
async function forgetOthers(db: IDBPDatabase<Schema>, captureSession: string): Promise<void> {
  const transaction = db.transaction('chunks', 'readwrite');
  for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) {
    if (!cursor.value.owner.startsWith(`${captureSession}/`)) await cursor.delete();
  }
  await transaction.done;
}

/** Close enough to what the record takes, and cheap: the strings carry nearly all of it. */
function sizeOf(signal: Signal): number {
  return JSON.stringify(signal).length;
}
