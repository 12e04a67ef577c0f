/**
 * The purposes of TCF policy 4 and 5 by the names the visitor reads.
 * https://iabeurope.eu/iab-europe-transparency-consent-framework-policies/ (Appendix A)
 */
const names: Record<number, string> = {
  1: 'Store and/or access information on a device',
  2: 'Use limited data to select advertising',
  3: 'Create profiles for personalised advertising',
  4: 'Use profiles to select personalised advertising',
  5: 'Create profiles to personalise content',
  6: 'Use profiles to select personalised content',
  7: 'Measure advertising performance',
  8: 'Measure content performance',
  9: 'Understand audiences through statistics',
  10: 'Develop and improve services',
  11: 'Use limited data to select content',
};

/** “Measure advertising performance”, “Develop and improve services” */
export function purposeList(purposes: readonly number[]): string {
  return purposes.map((purpose) => `“${names[purpose] ?? `purpose ${purpose}`}”`).join(', ');
}
