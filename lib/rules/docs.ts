import type { Rule, RuleMeta } from './kit';

/** Headings of every rule's page, in this order. */
export const headings = [
  'What it checks',
  'Why it matters',
  'Example that fails',
  'Example that passes',
  'When to ignore it',
  'What it cannot see',
] as const;

export type Heading = (typeof headings)[number];

const begin = '<!-- facts: written from the rule itself, do not edit -->';
const end = '<!-- /facts -->';

/** A rule's page with its facts written anew from `meta`; everything else stays as its author wrote it. */
export function withFacts(page: string, meta: RuleMeta): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  const block = `${begin}\n\n${facts(meta)}\n\n${end}`;
  if (from >= 0 && to > from) return page.slice(0, from) + block + page.slice(to + end.length);
  const body = page.replace(/^# .*\n+/, '');
  return `# ${meta.id}\n\n${block}\n\n${body}`;
}

/** What is wrong with a page, each as a sentence that says what to do. */
export function pageProblems(page: string, meta: RuleMeta): string[] {
  const problems: string[] = [];
  const found = [...page.matchAll(/^## (.*)$/gm)].map((match) => match[1]);
  if (found.join('\n') !== headings.join('\n')) {
    problems.push(`${meta.docs}: its headings must be, in this order: ${headings.join(' · ')}.`);
  }
  for (const heading of headings) {
    if (section(page, heading).trim() === '') problems.push(`${meta.docs}: write something under "${heading}".`);
  }
  for (const heading of ['Example that fails', 'Example that passes'] as const) {
    if (examplesOf(page, heading).length === 0) problems.push(`${meta.docs}: put a scenario in a json block under "${heading}".`);
  }
  return problems;
}

/** The scenarios in the `json` blocks under one heading, as text. */
export function examplesOf(page: string, heading: Heading): string[] {
  return [...section(page, heading).matchAll(/^```json\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');
}

/** The list of all rules, for `docs/rules/README.md`. */
export function rulesIndex(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ meta }) => `| [${meta.id}](${meta.id}.md) | ${meta.failTitle} | ${meta.severity} | ${meta.tags.join(', ')} |`,
  );
  return [
    '# Rules',
    '',
    'Ids are a contract: reports, tests and settings refer to them. This list is written from the rules themselves.',
    '',
    '| Rule | The fault | At worst | About |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function section(page: string, heading: string): string {
  const from = page.indexOf(`## ${heading}\n`);
  if (from < 0) return '';
  const rest = page.slice(from + heading.length + 4);
  const to = rest.search(/^## /m);
  return to < 0 ? rest : rest.slice(0, to);
}

function facts(meta: RuleMeta): string {
  const said = Object.values(meta.messages).map(
    (message) =>
      `| ${cell(message.title)} | ${message.verdict === 'unknown' ? 'cannot be told' : message.verdict} | ${message.severity} | ${cell(message.when)} |`,
  );
  const silent = Object.values(meta.passes).map((reason) => `- ${reason}`);
  return [
    `**${meta.failTitle}.** On a correct site: ${meta.title.charAt(0).toLowerCase()}${meta.title.slice(1)}. At worst: ${meta.severity}. About: ${meta.tags.join(', ')}.`,
    '',
    `Why: ${meta.why}`,
    '',
    `What puts it right: ${meta.fix}`,
    '',
    '| It says | Verdict | Severity | When |',
    '|---|---|---|---|',
    ...said,
    '',
    'It looks and stays silent when:',
    '',
    ...silent,
  ].join('\n');
}

function cell(text: string): string {
  return text.replace(/\{(\w+)\}/g, '*$1*').replaceAll('|', '\\|');
}
