import { testVendor } from '../../test/helpers/vendor-table';

testVendor('adform', [
  [
    'a point',
    'https://track.adform.net/Serving/TrackPoint/?pm=2316232&ADFPageName=Newsletter&ADFdivider=|',
    { kind: 'event', accountId: '2316232', events: [{ name: 'Newsletter', category: 'custom' }] },
  ],
  [
    'a point by number',
    'https://track.adform.net/Serving/TrackPoint/?pm=2992097&lid=132720821',
    { kind: 'event', events: [{ name: 'tracking point', conversionId: '132720821' }] },
  ],
  ['the library', 'https://s2.adform.net/banners/scripts/st/trackpoint-async.js', { kind: 'library' }],
  ['no id, no event', 'https://track.adform.net/Serving/TrackPoint/?ADFPageName=x', null],
  ['a look-alike', 'https://track.adform.net.evil.example/Serving/TrackPoint/?pm=1', null],
]);
