import type { Finding } from '../model';
import type { Rule } from './kit';

/**
 * One cause is one finding, however many rules it touches: where a rule yields to another and the other's findings
 * hold all its fires, the loser is dropped and becomes a line of evidence in the winner.
 */
export function applyPrecedence(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const yields = new Map(rules.map((rule) => [rule.meta.id, rule.meta.yieldsTo ?? []]));
  const lines = new Map<Finding, Finding[]>();
  const kept = findings.filter((loser) => {
    const winner = findings.find((other) => wins(other, loser, yields.get(loser.rule) ?? []));
    if (!winner) return true;
    lines.set(winner, [...(lines.get(winner) ?? []), loser]);
    return false;
  });
  return kept.map((finding) => withLines(finding, lines.get(finding) ?? []));
}

function wins(winner: Finding, loser: Finding, yieldsTo: readonly string[]): boolean {
  if (!yieldsTo.includes(winner.rule) || winner.verdict !== 'fail' || loser.verdict !== 'fail') return false;
  const fires = new Set(winner.fires);
  return loser.fires.length > 0 && loser.fires.every((fire) => fires.has(fire));
}

function withLines(winner: Finding, losers: readonly Finding[]): Finding {
  if (losers.length === 0) return winner;
  const lines = losers.map((loser) => ({
    kind: 'note' as const,
    ref: loser.fires[0] ?? winner.id,
    text: `${loser.title}: ${loser.message}`,
  }));
  return { ...winner, evidence: [...winner.evidence, ...lines] };
}
