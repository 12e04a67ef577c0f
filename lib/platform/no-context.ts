/**
 * What WXT hands to a content script's `main`, and ours do not use. WXT's own class tells the page that it is there
 * (https://wxt.dev/guide/essentials/content-scripts.html#context); the build puts this one in its place.
 */
export class ContentScriptContext {}
