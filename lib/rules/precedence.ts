import type { Said } from '../model';
import type { Rule } from './kit';

/**
 * One cause is one finding, however many rules it touches: where a rule yields to another and the other's findings
 * hold all its fires, the loser is dropped and becomes a line of evidence in the winner.
 */
export function applyPrecedence(findings: readonly Said[], rules: readonly Rule[]): Said[] {
  const yields = new Map(rules.map((rule) => [rule.meta.id, rule.meta.yieldsTo ?? []]));
  const lines = new Map<Said, Said[]>();
  const kept = findings.filter((loser) => {
    const winner = findings.find((other) => wins(other, loser, yields.get(loser.rule) ?? []));
    if (!winner) return true;
    lines.set(winner, [...(lines.get(winner) ?? []), loser]);
    return false;
  });
  return kept.map((finding) => withLines(finding, lines.get(finding) ?? []));
}

function wins(winner: Said, loser: Said, yieldsTo: readonly string[]): boolean {
  if (!yieldsTo.includes(winner.rule) || winner.verdict !== 'fail' || loser.verdict !== 'fail') return false;
  const fires = new Set(winner.fires);
  return loser.fires.length > 0 && loser.fires.every((fire) => fires.has(fire));
}

function withLines(winner: Said, losers: readonly Said[]): Said {
  if (losers.length === 0) return winner;
  const lines = losers.map((loser) => ({
    kind: 'note' as const,
    ref: loser.fires[0] ?? winner.id,
    text: `${loser.title}: ${loser.message}`,
  }));
  return { ...winner, evidence: [...winner.evidence, ...lines] };
}
