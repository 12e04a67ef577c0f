import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run new:rule NAME`: writes the rule, its test and its page, and the line in lib/rules/index.ts. The new rule compiles, and
 * its tests fail with what is left to do. A second argument is another root, for the test of this script.
 */
const [name = '', root = fileURLToPath(new URL('..', import.meta.url))] = process.argv.slice(2);
const files = {
  rule: `lib/rules/${name}.ts`,
  test: `lib/rules/${name}.test.ts`,
  page: `docs/rules/${name}.md`,
};

if (!/^[a-z]+(-[a-z]+)+$/.test(name))
  stop(`Give the rule's id, a noun of the fault in lower case with hyphens: npm run new:rule value-missing`);
const taken = Object.values(files).find((path) => existsSync(join(root, path)));
if (taken) stop(`${taken} is there already: choose another id, ids are never used again.`);

write(files.rule, ruleText());
write(files.test, testText());
write(files.page, pageText());
write('lib/rules/index.ts', indexText());
console.log(`Wrote ${Object.values(files).join(', ')} and the line in lib/rules/index.ts.`);
console.log(
  `Next: write the words in ${files.rule}, then: npx biome check --write lib/rules && npx vitest run --project unit lib/rules`,
);

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}

function write(path, text) {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

function ruleText() {
  return `import type { Rule, RuleMeta } from './kit';

const meta = {
  id: '${name}',
  severity: 'warning',
  tags: ['content'],
  title: '',
  failTitle: '',
  why: '',
  fix: '',
  messages: {
    wrong: { verdict: 'fail', severity: 'warning', when: '', title: '', text: '' },
  },
  passes: {
    right: '',
  },
  docs: '${files.page}',
} as const satisfies RuleMeta;

export const rule: Rule = {
  meta,
  create(context) {
    return {
      fire(fire) {
        if (fire.leadLike !== undefined) context.pass('right');
      },
    };
  },
};
`;
}

function testText() {
  return `import { type RuleCases, testRule } from '../../test/helpers/rule-tester';
import { rule } from './${name}';

const cases: RuleCases = {
  pass: [{ name: 'a site without tags', passes: [] }],
  fail: [],
  unknown: [],
};

testRule(rule, cases);
`;
}

function pageText() {
  const headings = [
    'What it checks',
    'Why it matters',
    'Example that fails',
    'Example that passes',
    'When to ignore it',
    'What it cannot see',
  ];
  return `# ${name}\n\n${headings.map((heading) => `## ${heading}\n`).join('\n')}`;
}

/** The list of rules with the new one in its place, written anew from the files that are there. */
function indexText() {
  const text = readFileSync(join(root, 'lib/rules/index.ts'), 'utf8');
  const ids = readdirSync(join(root, 'lib/rules'))
    .filter((file) => /^[a-z-]+\.ts$/.test(file))
    .filter((file) => /^export const rule: Rule\b/m.test(readFileSync(join(root, 'lib/rules', file), 'utf8')))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();
  const others = text.split('\n').filter((line) => !/^import \{ rule as \w+ \} from/.test(line));
  const imports = ids.map((id) => `import { rule as ${camel(id)} } from './${id}';`);
  return [...imports, ...others].join('\n').replace(/(readonly Rule\[\] = )\[[^\]]*\]/, `$1[${ids.map(camel).join(', ')}]`);
}

function camel(id) {
  return id.replace(/-(\w)/g, (_hyphen, letter) => letter.toUpperCase());
}
