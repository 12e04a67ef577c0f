import type { VendorFacts, VendorTrait } from '../lib/model';

const words: Record<VendorTrait, string> = {
  'identifies-visitors': 'identifies visitors',
  'identifies-companies': 'identifies companies',
  'replays-sessions': 'replays sessions',
  'scrapes-forms': 'reads forms by itself',
  'matches-by-hash': 'matches people by hash',
  'routes-first-party': 'can run through the site’s own domain',
};

/** docs/vendors.md: which tags are known, what of them is read, and where that is public. */
export function vendorsPage(all: readonly VendorFacts[]): string {
  const rows = [...all].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)).map(row);
  return `# Tags that are known

This page is written by \`npm run docs:vendors\` from \`lib/vendors\`; change it there. What a tag sends beyond what is read here is shown as it
is, or named as closed. A tag that is not on this page can be described in the settings: see [vendors of your own](own-vendors.md).

| Tag | Id | What is read | Worth knowing | Format seen at | Verified |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function row({ name, id, wire, traits = [], receivesForms }: VendorFacts): string {
  const known = [...traits.map((trait) => words[trait]), ...(receivesForms ? ['receives forms as its job'] : [])].join(', ');
  const cells = [name, `\`${id}\``, wire?.reads ?? '', known || '–', wire ? `<${wire.source}>` : '', wire?.verified ?? ''];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
