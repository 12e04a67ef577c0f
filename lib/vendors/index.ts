import type { OwnVendor, VendorCall, VendorFacts } from '../model';
import { activecampaign } from './activecampaign';
import { adform } from './adform';
import { adobeAdvertising } from './adobe-advertising';
import { adobeAnalytics } from './adobe-analytics';
import { adobeEdge } from './adobe-edge';
import { adroll } from './adroll';
import { amazonAds } from './amazon-ads';
import { amplitude } from './amplitude';
import { applovin } from './applovin';
import { appsflyer } from './appsflyer';
import { attentive } from './attentive';
import { awin } from './awin';
import { branch } from './branch';
import { braze } from './braze';
import { callrail } from './callrail';
import { cj } from './cj';
import { clarity } from './clarity';
import { clearbit } from './clearbit';
import { comscore } from './comscore';
import { contentsquare } from './contentsquare';
import { crazyEgg } from './crazy-egg';
import { criteo } from './criteo';
import { customerIo } from './customer-io';
import { createDecoder } from './decode';
import { demandbase } from './demandbase';
import { fathom } from './fathom';
import { floodlight } from './floodlight';
import { fullstory } from './fullstory';
import { g2 } from './g2';
import { ga4 } from './ga4';
import { googleAds } from './google-ads';
import { gtm } from './gtm';
import { heap } from './heap';
import { hotjar } from './hotjar';
import { hubspot } from './hubspot';
import { impact } from './impact';
import { kakao } from './kakao';
import type { PageApiCall, Vendor } from './kit';
import { klaviyo } from './klaviyo';
import { line } from './line';
import { linkedin } from './linkedin';
import { marketo } from './marketo';
import { marketoMeasure } from './marketo-measure';
import { matomo } from './matomo';
import { meta } from './meta';
import { microsoftUet } from './microsoft-uet';
import { mixpanel } from './mixpanel';
import { mouseflow } from './mouseflow';
import { mparticle } from './mparticle';
import { naver } from './naver';
import { nextdoor } from './nextdoor';
import { northbeam } from './northbeam';
import { openaiAds } from './openai-ads';
import { outbrain } from './outbrain';
import { ownVendor } from './own-vendor';
import { pardot } from './pardot';
import { pinterest } from './pinterest';
import { piwikPro } from './piwik-pro';
import { plausible } from './plausible';
import { podscribe } from './podscribe';
import { posthog } from './posthog';
import { quantcast } from './quantcast';
import { quantumMetric } from './quantum-metric';
import { quora } from './quora';
import { rakuten } from './rakuten';
import { reddit } from './reddit';
import { rtbHouse } from './rtb-house';
import { rudderstack } from './rudderstack';
import { segment } from './segment';
import { simpleAnalytics } from './simple-analytics';
import { sixsense } from './sixsense';
import { snapchat } from './snapchat';
import { snowplow } from './snowplow';
import { spotify } from './spotify';
import { stackadapt } from './stackadapt';
import { taboola } from './taboola';
import { teads } from './teads';
import { tealium } from './tealium';
import { theTradeDesk } from './the-trade-desk';
import { tiktok } from './tiktok';
import { tripleWhale } from './triple-whale';
import { umami } from './umami';
import { universalAnalytics } from './universal-analytics';
import { vk } from './vk';
import { whatconverts } from './whatconverts';
import { x } from './x';
import { xandr } from './xandr';
import { yahoo } from './yahoo';
import { yandexMetrica } from './yandex-metrica';
import { zoominfo } from './zoominfo';

/** All vendors, sorted by id. */
export const vendors: readonly Vendor[] = [
  activecampaign,
  adform,
  adobeAdvertising,
  adobeAnalytics,
  adobeEdge,
  adroll,
  amazonAds,
  amplitude,
  applovin,
  appsflyer,
  attentive,
  awin,
  branch,
  braze,
  callrail,
  cj,
  clarity,
  clearbit,
  comscore,
  contentsquare,
  crazyEgg,
  criteo,
  customerIo,
  demandbase,
  fathom,
  floodlight,
  fullstory,
  g2,
  ga4,
  googleAds,
  gtm,
  heap,
  hotjar,
  hubspot,
  impact,
  kakao,
  klaviyo,
  line,
  linkedin,
  marketo,
  marketoMeasure,
  matomo,
  meta,
  microsoftUet,
  mixpanel,
  mouseflow,
  mparticle,
  naver,
  nextdoor,
  northbeam,
  openaiAds,
  outbrain,
  pardot,
  pinterest,
  piwikPro,
  plausible,
  podscribe,
  posthog,
  quantcast,
  quantumMetric,
  quora,
  rakuten,
  reddit,
  rtbHouse,
  rudderstack,
  segment,
  simpleAnalytics,
  sixsense,
  snapchat,
  snowplow,
  spotify,
  stackadapt,
  taboola,
  teads,
  tealium,
  theTradeDesk,
  tiktok,
  tripleWhale,
  umami,
  universalAnalytics,
  vk,
  whatconverts,
  x,
  xandr,
  yahoo,
  yandexMetrica,
  zoominfo,
];

/** What a list of vendors knows: of requests, of calls, of itself. */
function knowing(list: readonly Vendor[]) {
  const { decode, mayBeTag } = createDecoder(list);
  const byId = new Map(list.map((vendor) => [vendor.facts.id, vendor]));
  const byApi = new Map(
    list.filter((vendor) => vendor.readCall).flatMap((vendor) => (vendor.facts.apis ?? []).map((api) => [api, vendor] as const)),
  );

  function factsOf(vendorId: string): VendorFacts | undefined {
    return byId.get(vendorId)?.facts;
  }

  /** What a call of a page API asks of which vendor; `null` when it is no vendor's. A `gtag` call found on the data layer is read as one. */
  function readCall(call: PageApiCall): VendorCall | null {
    if (call.api === 'dataLayer') {
      const [command] = call.args;
      return Array.isArray(command) ? (byApi.get('gtag')?.readCall?.({ api: 'gtag', args: command }) ?? null) : null;
    }
    return byApi.get(call.api)?.readCall?.(call) ?? null;
  }

  return { decode, mayBeTag, factsOf, readCall };
}

const known = knowing(vendors);

/** Says what one request is. Never throws; loses no parameter of a tag's request. */
export const decode = known.decode;

/** Cheap, and sure only when it says no: an address of no known host and no known shape. */
export const mayBeTag = known.mayBeTag;
export const factsOf = known.factsOf;
export const readCall = known.readCall;

/** The same with vendors that the user described beside the known ones. */
export function vendorsWith(own: readonly OwnVendor[] = []): typeof known {
  return own.length === 0 ? known : knowing([...vendors, ...own.map(ownVendor)]);
}

export { suspicionOf } from './suspicion';

/** The vendor that writes a cookie or storage key of this name on the sites it is on; undefined for all others. */
export function ownerOfStorage(name: string): VendorFacts | undefined {
  return vendors.find(({ facts }) => facts.storage?.names.some((pattern) => fits(name, pattern)))?.facts;
}

function fits(name: string, pattern: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
