import { testVendor } from '../../test/helpers/vendor-table';

const group = 'https://js.callrail.com/group/0/0a1b2c3d4e5f6a7b8c9d/12';

testVendor('callrail', [
  [
    'which number to show',
    { url: `${group}/swap_session.json`, body: '{"ids":[7],"url":"https://a.example/"}' },
    { kind: 'config', accountId: '7', events: [], pageUrl: 'https://a.example/' },
  ],
  [
    'under a name of the agency’s',
    'https://cdn.callreports.com/companies/7/0a1b/12/swap.js',
    { kind: 'library', accountId: '7' },
  ],
  [
    'what else its script sends',
    { url: `${group}/other.json`, body: '{}' },
    { kind: 'opaque', reason: 'A request of CallRail’s script: its format is not documented.' },
  ],
  ['its users’ own pages', 'https://app.callrail.com/calls', null],
  ['another file', 'https://cdn.callrail.com/logo.png', null],
  ['a preflight', { method: 'OPTIONS', url: `${group}/swap_session.json` }, null],
  ['a look-alike', 'https://cdn.callrail.com.evil.example/companies/7/0a1b/12/swap.js', null],
]);
