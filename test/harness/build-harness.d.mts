export function buildHarness(): Promise<string>;
