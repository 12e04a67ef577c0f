import { createClient } from '../rpc/client';
import { browser } from './browser';

/** Asks the worker. */
export const client = createClient((message) => browser.runtime.sendMessage(message));
