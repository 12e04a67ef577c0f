import type { Page } from '../../lib/model';
import { Icon } from '../parts/Icon';
import { Long } from '../parts/Long';
import { Pairs, Section } from '../parts/Pairs';
import { pathOf } from '../text/address';
import { clockExact } from '../text/clock';
import { visible } from '../text/visible';
import { words } from '../words';

/** One view of a page: how it began, whether it was watched from before, its forms. */
export function PageDetails({ page }: { page: Page }) {
  const d = words.details;
  return (
    <div class="content">
      <header class="content-head">
        <Icon name="page" />
        <div>
          <h2>{pathOf(page.url)}</h2>
          <p class="muted">
            <Long text={page.url} limit={240} />
          </p>
        </div>
      </header>
      <Section title={d.where}>
        <Pairs
          rows={[
            [d.time, clockExact(page.at)],
            [d.cause, d.causes[page.cause]],
            [d.title, page.title && visible(page.title)],
            [d.heading, page.heading && visible(page.heading)],
            [d.watched, page.watchedSince ? d.watchedSince : visible(page.notWatchedWhy ?? '')],
            [d.confirmation, page.confirmation && visible(page.confirmation.words)],
            [d.blind, page.blind && visible(words.list(page.blind))],
          ]}
        />
      </Section>
      {page.forms.length > 0 && (
        <Section title={d.formsHere}>
          <ul class="plain">
            {page.forms.map((form) => (
              <li key={form.key}>
                {visible(form.label ?? form.key)} {form.siteWide && <span class="muted">{d.siteWide}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
