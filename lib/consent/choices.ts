import type { Doc, Documents } from './documents';
import type { Tracks } from './in-force';
import { firstAfter } from './step';

/** The visitor's choices per tab and site, for fires on pages that were left without one. */
export interface Choices {
  /** The first choice after `at` in the tab and on the site of these documents, or undefined. */
  elsewhere(docs: readonly Doc[], at: number): number | undefined;
  /** To be called when anything about consent changed. */
  forget(): void;
}

export function createChoices(documents: Documents, tracksOf: (doc: Doc) => Tracks | undefined): Choices {
  let byTab: Map<string, number[]> | null = null;

  const collect = () => {
    const found = new Map<string, number[]>();
    for (const doc of documents.all()) {
      const instants = tracksOf(doc)?.flatMap((track) => track?.choicesAt ?? []) ?? [];
      if (instants.length === 0) continue;
      for (const key of keysOf(doc)) found.set(key, [...(found.get(key) ?? []), ...instants]);
    }
    for (const instants of found.values()) instants.sort((a, b) => a - b);
    return found;
  };

  return {
    elsewhere(docs, at) {
      byTab ??= collect();
      const top = docs.at(-1);
      if (top === undefined) return undefined;
      const later = keysOf(top).map((key) => firstAfter(byTab?.get(key) ?? [], at));
      const known = later.filter((instant) => instant !== undefined);
      return known.length === 0 ? undefined : Math.min(...known);
    },
    forget() {
      byTab = null;
    },
  };
}

function keysOf(doc: Doc): string[] {
  if (doc.tabId === null) return [];
  const hosts = new Set([...doc.urls].map(hostOf));
  return [...hosts].map((host) => `${doc.tabId} ${host}`);
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';
}
