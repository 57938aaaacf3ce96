/** The only import of the polyfill: background and extension pages use this; the content script uses `wxt/browser`. */
export { default as browser } from 'webextension-polyfill'
