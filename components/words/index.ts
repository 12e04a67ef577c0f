import { blank } from './blank';
import { data } from './data';
import { agreement, consentSentence, details, framework, placementSentence } from './details';
import { consent, fires, flag, flags, placement } from './fires';
import { consentNow, error, header, keys, notices, severity, tabs, verdict } from './frame';
import { health } from './health';
import { number } from './number';
import { problems } from './problems';
import { site } from './site';

const list = new Intl.ListFormat('en');

/**
 * Every visible word of the panel, in one folder, a file a view: a translator needs nothing else. Sentences are whole;
 * where a number changes a word, the sentence is a function of the number.
 */
export const words = {
  number,
  list: (names: string[]) => list.format(names),
  product: 'Tagwitness',
  copyButton: 'Copy',
  header,
  consentNow,
  tabs,
  verdict,
  severity,
  problems,
  fires,
  consent,
  consentSentence,
  agreement,
  framework,
  placement,
  placementSentence,
  flags,
  flag,
  details,
  data,
  site,
  health,
  notices,
  blank,
  error,
  keys,
};
