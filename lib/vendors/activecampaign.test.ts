import { expect, it } from 'vitest';
import { testVendor } from '../../test/helpers/vendor-table';
import { readCall } from '.';

testVendor('activecampaign', [
  [
    'a visit',
    'https://trackcmp.net/visit?actid=998877&e=mia.probe%40mail.example&r=&u=https%3A%2F%2Fa.example%2F',
    {
      kind: 'event',
      accountId: '998877',
      pageUrl: 'https://a.example/',
      events: [{ name: 'visit', category: 'page_view' }],
      userData: [{ key: 'e', form: 'clear' }],
    },
  ],
  [
    'a form it hosts',
    { url: 'https://acme.activehosted.com/proc.php', body: 'u=1&f=1&act=sub&email=a%40b.example&field%5B1%5D=x' },
    {
      kind: 'event',
      accountId: 'acme',
      encoding: 'form',
      events: [{ name: 'form submission', category: 'form_submit' }],
      userData: [{ key: 'email', form: 'clear' }],
    },
  ],
  ['the library', 'https://diffuser-cdn.app-us1.com/diffuser/diffuser.js', { kind: 'library' }],
  ['a form that is drawn', 'https://acme.activehosted.com/f/embed.php?id=1', { kind: 'library' }],
  ['no account', 'https://trackcmp.net/visit?u=x', null],
  ['no event', { url: 'https://trackcmp.net/event', body: 'actid=1' }, null],
  ['another path', 'https://trackcmp.net/other?actid=1', null],
  ['its users’ own pages', 'https://acme.activehosted.com/admin/', null],
  ['nothing sent to a form', 'https://acme.activehosted.com/proc.php', null],
  ['a look-alike', 'https://trackcmp.net.evil.example/visit?actid=1', null],
]);

it.each([
  [['setAccount', '998877'], { kind: 'init', accounts: ['998877'] }],
  [['process'], { kind: 'event', event: 'visit' }],
  [['setTrackByDefault', true], { kind: 'consent' }],
])('reads vgo%j', (args, expected) => {
  expect(readCall({ api: 'vgo', args })).toEqual({ vendor: 'activecampaign', ...expected });
});
