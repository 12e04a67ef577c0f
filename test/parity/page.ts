import { type Capability, capabilities } from './capabilities';

/** The text of docs/parity.md. */
export function parityPage(): string {
  const rows = capabilities.map(
    ({ capability, chromium, firefox }) => `| ${capability} | ${cell(chromium)} | ${cell(firefox)} |`,
  );
  return `# Chromium and Firefox, side by side

What the extension does in each browser and what proves it. A tick names the test that drives it (\`npm test\`, and \`npm run test:firefox\` for
those in \`test/e2e-firefox\`); a dash says why no machine does. This page is written from \`test/parity/capabilities.ts\`, and a test fails when it is out of date or names a test that is not there.

| Capability | Chromium | Firefox |
|---|---|---|
${rows.join('\n')}
`;
}

function cell(check: Capability['chromium']): string {
  return 'not' in check ? `– ${check.not}` : `✓ \`${check.file}\``;
}
