import type { PageReport } from '../../model';
import { watchForms } from '../forms';
import { openChannel } from './channel';
import { watchConsentTools } from './consent-tools';
import { watchPage } from './page-facts';
import { watchPrivacySignal } from './privacy-signal';
import { createBatchReader } from './read-batch';
import { createSender, type Send } from './sender';
import { watchTagStorage } from './tag-storage';

/** What the bridge needs of the browser. */
export interface Runtime {
  send: Send;
  /** False when the extension was removed or renewed under this page. */
  alive(): boolean;
}

const pullMs = 50;
const started = Symbol.for('tagwitness');

/** Starts the bridge of one frame: from the hook, the forms and the page to the worker. A second start in the same frame does nothing. */
export function startBridge({ send, alive }: Runtime): void {
  const here = window as unknown as Record<symbol, true | undefined>;
  if (here[started]) return;
  here[started] = true;

  const now = () => performance.timeOrigin + performance.now();
  const sender = createSender({ sensor: crypto.randomUUID(), send, alive });
  const readBatch = createBatchReader(now);
  const report = (one: PageReport) => sender.add(one);
  const forms = watchForms({ report, now, changed: () => describe() });
  const privacySignal = watchPrivacySignal(report, now);
  const tagStorage = watchTagStorage(report, now, watchConsentTools(report, now));
  let first = true;
  let leaving = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const pull = openChannel({
    batch(json) {
      const { reports, lost } = readBatch(json);
      for (const one of reports) sender.add(one);
      sender.skip(lost);
    },
    wake() {
      if (first || leaving) take();
      else timer ??= setTimeout(take, pullMs);
      first = false;
    },
    sent: forms.sent,
    form: forms.submitted,
  });

  function take(): void {
    clearTimeout(timer);
    timer = undefined;
    pull();
    privacySignal();
    tagStorage(leaving);
  }

  take();
  const describe = watchPage(report, now);
  addEventListener('pagehide', () => {
    leaving = true;
    take();
    sender.flush();
  });
}
