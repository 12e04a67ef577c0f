import { describe, expect, it } from 'vitest';
import { vendorsWith } from '.';

const { decode, mayBeTag, factsOf } = vendorsWith([
  {
    id: 'own_leads',
    name: 'Our lead counter',
    hosts: ['count.agency.example'],
    path: '/hit',
    account: ['c'],
    event: ['what'],
    eventId: ['uid'],
    value: ['sum'],
    currency: ['cur'],
    pageUrl: ['page'],
    events: { enquiry: 'lead' },
    labels: { kind: 'Kind of enquiry' },
  },
  { id: 'own_path', name: 'Own path', path: '/our-beacon/*.gif', event: ['e'] },
]);

describe('a vendor of the user’s own', () => {
  it('is read by the names in the settings', () => {
    const url =
      'https://count.agency.example/hit?c=7&what=enquiry&uid=a1&sum=45&cur=EUR&kind=roof&page=https%3A%2F%2Fwww.shop.example%2F';
    expect(mayBeTag(url)).toBe(true);
    expect(decode({ method: 'GET', url })).toMatchObject({
      kind: 'event',
      vendor: 'own_leads',
      accountId: '7',
      pageUrl: 'https://www.shop.example/',
      events: [{ name: 'enquiry', category: 'lead', eventId: 'a1', value: 45, currency: 'EUR' }],
      parameters: expect.arrayContaining([expect.objectContaining({ key: 'kind', label: 'Kind of enquiry' })]),
    });
    expect(factsOf('own_leads')?.name).toBe('Our lead counter');
  });

  it('is found by its path where it has no host', () => {
    const url = 'https://www.shop.example/our-beacon/a/b.gif?e=seen';
    expect(mayBeTag(url)).toBe(true);
    expect(decode({ method: 'GET', url, initiatorPage: 'https://www.shop.example/' })).toMatchObject({
      vendor: 'own_path',
      firstParty: true,
      events: [{ name: 'seen', category: 'custom' }],
    });
  });

  it.each([
    ['another path', 'https://count.agency.example/help?c=7&what=enquiry'],
    ['a look-alike', 'https://count.agency.example.evil.example/hit?c=7&what=enquiry'],
    ['no account', 'https://count.agency.example/hit?what=enquiry'],
    ['a path that only begins alike', 'https://www.shop.example/our-beacon/a.gif.html?e=seen'],
  ])('is not %s', (_name, url) => {
    expect(decode({ method: 'GET', url }).vendor).toBeNull();
  });

  it('stands beside the known ones, whose hosts stay theirs', () => {
    expect(decode({ method: 'GET', url: 'https://www.facebook.com/tr/?id=1&ev=Lead' }).vendor).toBe('meta');
    expect(factsOf('meta')?.name).toBe('Meta');
  });
});
