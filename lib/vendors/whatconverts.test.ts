import { testVendor } from '../../test/helpers/vendor-table';

testVendor('whatconverts', [
  [
    'which number to show',
    { url: 'https://p.ksrndkehqnwntyxlhgto.com/keyword/', body: 'wc_profile=159000' },
    { kind: 'config', accountId: '159000' },
  ],
  [
    'what else its script sends',
    { url: 'https://p.ksrndkehqnwntyxlhgto.com/form/', body: 'a=1' },
    { kind: 'opaque', reason: 'A request of WhatConverts’ script: its format is not documented.' },
  ],
  ['the library of another profile', 'https://s.ksrndkehqnwntyxlhgto.com/7.js', { kind: 'library', accountId: '7' }],
  ['its own site', 'https://www.whatconverts.com/7.js', null],
  ['another host of that name', 'https://x.ksrndkehqnwntyxlhgto.com/7.js', null],
  ['another file', 'https://s.ksrndkehqnwntyxlhgto.com/logo.png', null],
  ['a look-alike', 'https://s.ksrndkehqnwntyxlhgto.com.evil.example/7.js', null],
]);
