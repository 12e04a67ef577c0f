/**
 * Which parameter names hold what a shared report must not show, and which hold only protocol. Names are compared by their last
 * segment in lower case without separators: `ud[em]`, `user_data.email_address` → `em`, `emailaddress`.
 */
const contact = `email mail emailaddress useremail uhem hem em emd sha256email sha256emailaddress emailsha256 emailhash
  hashedemail autoem phone phonenumber telephone tel mobile ph pn uhpn sha256phonenumber phonehash autopn userphonenumber
  fn fn0 firstname givenname vorname ln ln0 lastname familyname surname nachname fullname name username uname
  ct city ort st state0 street address address1 address2 sa sa0 zp zip pc pc0 postcode postalcode plz db dob birthday birthdate ge gender
  ip ipaddress clientip latitude longitude lat lon lng newsletteremail message comment nachricht`;

const persons = `cid clientid gaclientid userid uid externalid anonymousid anonid visitorid vid sid sessionid gasessionid deviceid distinctid
  fbp fbc ga gid auid gclau ttp uetsid uetvid uuid customerid memberid accountuserid login hubspotutk vi mid aid fid unifiedid ui
  token accesstoken authtoken apisecret apikey secret password passwd signature sig auth key`;

const clicks = `gclid wbraid gbraid dclid gclsrc fbclid ttclid msclkid lifatid twclid rdtcid epik scid sccid yclid gclaw gcldc
  cjevent irclickid clickid awc`;

const protocol = `v r fmt en ev if rqm es tm ts it time timestamp random fst cv bg guid gtm gcs gcd npa dma dmacps pscdl gcu gcut tfd
  dpo dpoco dpost gdpr gdprconsent addtlconsent gpp gppsid usprivacy asc tid tids ul sr
  adstorage analyticsstorage aduserdata adpersonalization functionalitystorage personalizationstorage securitystorage waitforupdate region
  event eventname eventtype sendto currency currencycode cu gc id pixelcode pixelid measurementid
  tcstring eventstatus cmpstatus displaystatus cmpid cmpversion tcfpolicyversion gppstring uspstring
  messageid version runtime sdkenv conversionid eventid transactionid orderid oid eid ord`;

function names(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

const contactNames = names(contact);
const personNames = names(persons);
const clickNames = names(clicks);
const protocolNames = names(protocol);

export type KeyKind = 'contact' | 'person' | 'click' | 'protocol' | 'other';

/** What a parameter of this name holds. */
export function keyKind(key: string): KeyKind {
  const name = bareName(key);
  if (clickNames.has(name)) return 'click';
  if (contactNames.has(name)) return 'contact';
  if (personNames.has(name)) return 'person';
  return protocolNames.has(name) ? 'protocol' : 'other';
}

function bareName(key: string): string {
  const last = key
    .split(/[.[\]]+/)
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .at(-1);
  return (last ?? key).toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
