import { watchConsentApis } from './consent-apis';
import { keepSource, watchNative } from './faces';
import { guarded } from './natives';
import { openOutbox, tellSubmitted } from './outbox';
import { watchScripts } from './scripts';
import { watchSends } from './sends';
import { watchVendorCalls } from './vendor-calls';

/** Starts the sensor in the page's own world. Each part by itself: where one cannot work, the others do. */
export function startHook(): void {
  const parts = [openOutbox, keepSource, watchVendorCalls, watchConsentApis, watchSends, watchForms, watchScripts];
  for (let n = 0; n < parts.length; n++) guarded(parts[n] as () => void);
}

/** `form.submit()` fires no event. */
function watchForms(): void {
  watchNative(HTMLFormElement.prototype, 'submit', (_args, form) => tellSubmitted(form as HTMLFormElement));
}
