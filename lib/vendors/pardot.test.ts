import { testVendor } from '../../test/helpers/vendor-table';

testVendor('pardot', [
  [
    'a page view without opt-in',
    'https://pi.pardot.com/analytics?account_id=912345&pi_opt_in=false',
    { kind: 'event', consent: { granted: false } },
  ],
  [
    // https://help.salesforce.com/s/articleView?id=mktg.pardot_forms_form_handlers.htm
    'a form posted to a handler',
    { url: 'https://go.pardot.com/l/912345/2024-01-31/abc1', body: 'email=a%40b.example' },
    {
      kind: 'event',
      accountId: '912345',
      encoding: 'form',
      events: [{ name: 'form submission', category: 'form_submit' }],
      userData: [{ key: 'email', form: 'clear' }],
    },
  ],
  ['the library', 'https://pi.pardot.com/pd.js', { kind: 'library' }],
  ['no account', 'https://pi.pardot.com/analytics?title=x', null],
  ['a link in a mail', 'https://go.pardot.com/l/912345/2024-01-31/abc1', null],
  ['nothing posted', { url: 'https://go.pardot.com/l/912345/2024-01-31/abc1' }, null],
  ['another path', { url: 'https://go.pardot.com/unsubscribe/1', body: 'email=a' }, null],
  ['its own pages', 'https://pi.pardot.com/login', null],
  ['a look-alike', 'https://pi.pardot.com.evil.example/analytics?account_id=1', null],
]);
