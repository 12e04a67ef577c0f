import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerCore } from '../lib/platform/offer-core';
import { core } from '../lib/session/core';

export default defineUnlistedScript(() => offerCore(core));
