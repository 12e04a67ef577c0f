import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleFire, samplePage, sampleSession } from '../../test/helpers/sample-session';
import { text } from './text';

const faulty = sampleSession({
  pages: [samplePage(), samplePage({ id: 'p2', url: 'https://www.alder.example/thank-you?ref=1', cause: 'reload' })],
  fires: [
    sampleFire(),
    sampleFire({
      id: 'f2',
      vendor: 'ga4',
      vendorName: 'GA4',
      event: 'generate_lead',
      eventId: undefined,
      pageId: 'p2',
      limited: true,
    }),
    sampleFire({ id: 'f3', pageId: null, event: 'An event with a name that is far too long for its column' }),
  ],
  findings: [
    sampleFinding({
      id: 'b',
      rule: 'lead-missing',
      verdict: 'unknown',
      severity: 'info',
      title: 'No lead of LinkedIn was seen',
      fires: [],
    }),
    sampleFinding({ id: 'a' }),
  ],
  notes: [
    {
      ...sampleFinding({ id: 'c', rule: 'fire-before-consent', severity: 'info', title: 'Cookieless ping', fires: ['f2'] }),
      verdict: 'pass',
    },
  ],
  submissions: [
    {
      id: 's1',
      formId: 'quote',
      startedAt: Date.UTC(2026, 10, 25, 9, 12, 10),
      outcome: 'accepted',
      basis: 'Another page without the form followed.',
      fromPageId: 'p1',
      toPageId: 'p2',
      fires: ['f2'],
      signals: [],
    },
  ],
});

describe('the text report', () => {
  it('reads like this', () => {
    expect(text(faulty)).toMatchInlineSnapshot(`
      "Tagwitness  www.alder.example
                  2 page views, 3 fires of 2 vendors, 1 submission
                  2026-11-25 09:12:04 UTC, 21 seconds
                  Meta 731904458812067 (2), GA4 731904458812067 (1)

      1 error found.

       1  ERROR: Meta counts a lead on every view of the form
          2 views of the form, 1 submission.
          Why    Campaigns are steered towards people who only looked.
          Fix    Fire the tag on /thank-you only.
          Seen   · Lead on /quote
          Rule   lead-off-confirmation

       2  CANNOT BE TOLD: No lead of LinkedIn was seen
          2 views of the form, 1 submission.
          Why    Campaigns are steered towards people who only looked.
          Fix    Fire the tag on /thank-you only.
          Seen   · Lead on /quote
          Rule   lead-missing

       3  NOTE: Cookieless ping
          2 views of the form, 1 submission.
          Why    Campaigns are steered towards people who only looked.
          Fix    Fire the tag on /thank-you only.
          Seen   · Lead on /quote
          Rule   fire-before-consent

      Submissions
      09:12:10.000  /quote → /thank-you?ref=1: accepted. Another page without the form
                    followed.

      Fires (UTC)   Vendor Event                  Event id          Consent    Finding

      /quote
      09:12:04.412  Meta   Lead                   quote-AH-1042     allowed    1

      /thank-you?ref=1, reloaded
      09:12:04.412  GA4    generate_lead                            allowed    3

      Page not known
      09:12:04.412  Meta   An event with a name … quote-AH-1042     allowed
      "
    `);
  });

  it('keeps to its width', () => {
    for (const width of [72, 80, 120]) {
      const long = text(faulty, { width })
        .split('\n')
        .filter((line) => line.length > width);
      expect(long).toEqual([]);
    }
  });

  it('tells accounts of one vendor apart', () => {
    const two = sampleSession({ fires: [sampleFire(), sampleFire({ id: 'f2', account: '551200' })] });
    expect(text(two)).toMatch(/Meta …2067 .*\n.*Meta …1200 /);
    expect(text(two)).toContain('Meta 731904458812067 (1), Meta 551200 (1)');
  });

  it('says so when nothing is wrong', () => {
    expect(text(sampleSession())).toContain('Nothing wrong was seen.');
    expect(text(sampleSession({ fires: [] }))).toContain('No tag fired');
  });

  it('does not count what cannot be told as a problem', () => {
    const untold = sampleSession({ findings: [sampleFinding({ verdict: 'unknown', severity: 'info' })] });
    expect(text(untold)).toContain('Nothing wrong was seen. 1 thing could not be told.');
  });

  it('names what could not be seen', () => {
    const blind = sampleSession();
    blind.coverage = {
      ...blind.coverage,
      gaps: [{ fromAt: 0, toAt: Date.UTC(2026, 10, 25, 9), why: 'the recorder was restarted' }],
      unreadBodies: 2,
      blocked: { meta: 3 },
    };
    const lines = text(blind, { width: 120 });
    expect(lines).toContain('Not watched from the start to 09:00:00.000: the recorder was restarted.');
    expect(lines).toContain('2 request bodies could not be read.');
    expect(lines).toContain('stopped 3 requests of meta.');
  });

  it.each([
    ['a colour', '\u001b[31mred', '\\u001b[31mred'],
    ['a turned direction', 'Lead\u202edaeL', 'Lead\\u202edaeL'],
  ])('shows %s that a page sent by its number', (_name, event, shown) => {
    const lines = text(sampleSession({ fires: [sampleFire({ event })] }));
    expect(lines).toContain(shown);
    expect(lines).not.toContain(event);
  });

  it('has colour only when asked', () => {
    expect(text(faulty)).not.toContain('\u001b');
    expect(text(faulty, { colour: true })).toContain('\u001b[31mERROR');
  });
});
