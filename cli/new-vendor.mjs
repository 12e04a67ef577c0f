import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run new:vendor NAME`: writes the vendor, its test, and the line in lib/vendors/index.ts. The new vendor compiles, and its tests fail
 * with what is left to do. A second argument is another root, for the test of this script.
 */
const [name = '', root = fileURLToPath(new URL('..', import.meta.url))] = process.argv.slice(2);
const folder = join(root, 'lib/vendors');
const files = { vendor: `lib/vendors/${name}.ts`, test: `lib/vendors/${name}.test.ts` };

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
  stop('Give the vendor’s name in lower case with hyphens, beginning with a letter: npm run new:vendor crazy-egg');
const taken = Object.values(files).find((path) => existsSync(join(root, path)));
if (taken) stop(`${taken} is there already: choose another name.`);

write(files.vendor, vendorText());
write(files.test, testText());
write('lib/vendors/index.ts', indexText());
console.log(`Wrote ${files.vendor}, ${files.test} and the line in lib/vendors/index.ts.`);
console.log('Next: fill in the hosts, paths, parameters and their public source, then:');
console.log('npm run docs:vendors && npx biome check --write lib/vendors && npx vitest run --project unit lib/vendors');

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}

function write(path, text) {
  writeFileSync(join(root, path), text);
}

function vendorText() {
  return `import { createDictionary } from './dictionary';
import type { Vendor } from './kit';
import { wideVendor } from './wide';

/** */
const vendor = '${idOf(name)}';

const dictionary = createDictionary({
  id: ['Account', 'event'],
  event: ['Event', 'event'],
});

export const ${camel(name)}: Vendor = wideVendor({
  facts: {
    id: vendor,
    name: '',
    mark: '',
    consent: { required: true, source: '' },
    oncePerPage: ['page_view'],
    wire: { reads: '', source: '', verified: '' },
  },
  hosts: ['${name}.invalid'],
  paths: [{ path: '/', kind: 'event' }],
  reading: { vendor, dictionary, account: ['id'], event: ['event'] },
});
`;
}

function testText() {
  return `import { testVendor } from '../../test/helpers/vendor-table';

testVendor('${idOf(name)}', [
  ['an event', 'https://${name}.invalid/?id=1&event=Lead', { kind: 'event', accountId: '1', events: [{ name: 'Lead', category: 'lead' }] }],
  ['a look-alike', 'https://${name}.invalid.evil.example/?id=1&event=Lead', null],
]);
`;
}

/** The list with the new vendor in its place, by id. */
function indexText() {
  const text = readFileSync(join(folder, 'index.ts'), 'utf8');
  const [, list = ''] = /readonly Vendor\[\] = \[([^\]]*)\]/.exec(text) ?? [];
  const vendors = new Map([[camel(name), name]]);
  for (const one of list.split(',').flatMap((part) => part.trim() || [])) {
    vendors.set(one, new RegExp(`^import \\{ ${one} \\} from './([^']+)';$`, 'm').exec(text)?.[1] ?? one);
  }
  const sorted = [...vendors].sort(([, a], [, b]) => (idOf(a) < idOf(b) ? -1 : 1)).map(([one]) => one);
  return `import { ${camel(name)} } from './${name}';\n${text}`.replace(
    /(readonly Vendor\[\] = )\[[^\]]*\]/,
    `$1[\n  ${sorted.join(',\n  ')},\n]`,
  );
}

function idOf(file) {
  return file.replaceAll('-', '_');
}

function camel(file) {
  return file.replace(/-(\w)/g, (_hyphen, letter) => letter.toUpperCase());
}
