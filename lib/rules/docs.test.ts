import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { play } from '../../test/helpers/rule-tester';
import type { Scenario } from '../../test/helpers/scenario';
import { examplesOf, headings, pageProblems, rulesIndex, withFacts } from './docs';
import { rules } from './index';
import type { RuleMeta } from './kit';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const exists = (path: string) => existsSync(new URL(path, root));

/** Files that hold a rule, by their id. */
const files = readdirSync(new URL('lib/rules/', root))
  .filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && /^export const rule: Rule\b/m.test(read(`lib/rules/${name}`)),
  )
  .map((name) => name.replace(/\.ts$/, ''))
  .sort();

describe('a rule is one file, one test, one page, one line', () => {
  it('in lib/rules/index.ts', () => {
    const listed = rules.map((rule) => rule.meta.id);
    expect(listed, 'lib/rules/index.ts must list the rule of every file in lib/rules, sorted by id').toEqual(files);
  });

  it('with a test and a page', () => {
    const missing = files.flatMap((id) => [
      ...(exists(`lib/rules/${id}.test.ts`)
        ? []
        : [`lib/rules/${id}.ts has no test: write lib/rules/${id}.test.ts with testRule.`]),
      ...(exists(`docs/rules/${id}.md`) ? [] : [`lib/rules/${id}.ts has no page: write docs/rules/${id}.md.`]),
    ]);
    expect(missing).toEqual([]);
  });

  it('and no page without a rule', () => {
    const pages = readdirSync(new URL('docs/rules/', root)).filter((name) => name !== 'README.md');
    const stray = pages.filter((name) => !files.includes(name.replace(/\.md$/, '')));
    expect(stray, 'pages in docs/rules without a rule: remove them, or write the rule').toEqual([]);
  });

  it.each(rules.map((rule) => rule.meta))('$id keeps the form', (meta) => {
    expect(meta.docs).toBe(`docs/rules/${meta.id}.md`);
    const severities = Object.values(meta.messages).map((message) => message.severity);
    expect(severities, 'meta.severity is the worst the messages say').toContain(meta.severity);
    if (meta.severity !== 'error') expect(severities).not.toContain('error');
    for (const message of Object.values(meta.messages)) {
      if (message.verdict !== 'fail') expect(message.severity, message.title).toBe('info');
      expect(message.text, 'a whole sentence').toMatch(/^[A-Z“{].*[.:})]$/s);
      expect(message.title, 'a title without a full stop').toMatch(/^[A-Z“{].*[^.]$/);
    }
  });
});

describe('the page of a rule', () => {
  it.each(rules.map((rule) => rule.meta))('$id has every heading, and something under each', (meta) => {
    expect(pageProblems(read(meta.docs), meta)).toEqual([]);
  });

  /** When this fails, `npx vitest run --project unit lib/rules/docs.test.ts -u` writes the facts anew. */
  it.each(rules.map((rule) => rule.meta))('$id has the facts of the rule', async (meta) => {
    await expect(withFacts(read(meta.docs), meta)).toMatchFileSnapshot(new URL(meta.docs, root).pathname);
  });

  it('stands in the list of all rules', async () => {
    await expect(rulesIndex(rules)).toMatchFileSnapshot(new URL('docs/rules/README.md', root).pathname);
  });

  const examples = rules.flatMap((rule) =>
    (['Example that fails', 'Example that passes'] as const).flatMap((heading) =>
      examplesOf(read(rule.meta.docs), heading).map((json, n) => ({ id: rule.meta.id, rule, heading, n: n + 1, json })),
    ),
  );
  it.each(examples)('$id: $heading, $n', ({ rule, heading, json }) => {
    const run = play(rule, JSON.parse(json) as Scenario);
    const verdicts = run.findings.map(({ finding }) => finding.verdict);
    if (heading === 'Example that fails') expect(verdicts).toContain('fail');
    else expect(verdicts.filter((verdict) => verdict !== 'pass')).toEqual([]);
    if (heading === 'Example that passes') expect(run.passes).not.toEqual({});
  });
});

describe('writing a page', () => {
  const meta: RuleMeta = {
    id: 'sample-fault',
    severity: 'warning',
    tags: ['lead'],
    title: 'Samples are right',
    failTitle: 'Sample is wrong',
    why: 'It matters.',
    fix: 'Put it right.',
    messages: {
      wrong: { verdict: 'fail', severity: 'warning', when: 'a | b', title: '{vendor} is wrong', text: '{vendor} is wrong.' },
    },
    passes: { fine: 'it is fine' },
    docs: 'docs/rules/sample-fault.md',
  };
  const example = '```json\n{ "fires": [] }\n```\n';
  const body = headings.map((heading) => `## ${heading}\n\n${heading.startsWith('Example') ? example : 'Words.\n'}`).join('\n');

  it('puts the facts under the title, and keeps what the author wrote', () => {
    const page = withFacts(`# anything\n\n${body}`, meta);
    expect(page).toContain('# sample-fault\n');
    expect(page).toContain('| *vendor* is wrong | fail | warning | a \\| b |');
    expect(page.endsWith(body)).toBe(true);
    expect(pageProblems(page, meta)).toEqual([]);
  });

  it('writes the same page again', () => {
    const page = withFacts(body, meta);
    expect(withFacts(page, meta)).toBe(page);
  });

  it.each([
    ['a heading is missing', body.replace('## When to ignore it', 'When to ignore it'), 'in this order'],
    ['headings stand in another order', `## What it cannot see\n\nWords.\n\n${body}`, 'in this order'],
    ['a section is empty', body.replace('Words.', ''), 'write something under "What it checks"'],
    ['an example is no json', body.replaceAll('```json', '```ts'), 'put a scenario'],
  ])('says what to do when %s', (_name, page, words) => {
    expect(pageProblems(page, meta).join('\n')).toContain(words);
  });

  it('finds every example under its heading and no other', () => {
    const page = body.replace(example, example + example);
    expect(examplesOf(page, 'Example that fails')).toHaveLength(2);
    expect(examplesOf(page, 'Example that passes')).toHaveLength(1);
    expect(examplesOf(page, 'What it checks')).toEqual([]);
  });
});
