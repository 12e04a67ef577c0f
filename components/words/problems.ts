import { many, number } from './number';

// The Problems view.

export const problems = {
  label: 'Problems',
  errors: 'Errors',
  warnings: 'Warnings',
  notes: 'Notes',
  unknown: 'Cannot be told',
  unknownMore: 'Evidence is missing. Each says which.',
  crashed: 'Not checked',
  why: 'Why it matters',
  reason: 'Why it cannot be told',
  evidence: 'Evidence',
  fix: 'What to do',
  copy: 'Copy for a ticket',
  showFires: 'Show in the list',
  more: (count: number) => `${number(count)} more`,
  fewer: 'Show fewer',
  fires: (count: number) => many(count, 'fire', 'fires'),
  submissions: (count: number) => many(count, 'submission', 'submissions'),
  since: (clock: string) => `since ${clock}`,
  none: 'No problem was found',
  noneMore:
    'Tagwitness looked at every fire it could see. Send the form once to see whether its lead is counted in the right place.',
  passed: (count: number) => `${many(count, 'check', 'checks')} passed`,
  passedMore: 'How often each rule looked and found nothing wrong.',
  views: 'Views',
  accepted: 'Submissions',
  leads: 'Leads',
  picture: (views: number, submissions: number, leads: number) =>
    `${many(views, 'view', 'views')} of the form, ${many(submissions, 'accepted submission', 'accepted submissions')}, ${many(leads, 'lead', 'leads')}`,
} as const;
