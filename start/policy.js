// What a string has to be before the browser may make elements of it: the one policy of Trusted Types in the page, in
// force before anything else runs (docs/decisions/0013-one-module.md).
//
// Leptos makes what never changes in a view out of such strings. They are written in the program; nothing that was typed
// or sent is in them. So this refuses what none of them holds and any attack would: whatever runs, loads, or changes what
// the page is. There is no way at all to make a script, or the address of one, out of a string.

const ELEMENTS =
  "script|i?frame|frameset|object|embed|applet|base|link|meta|style|template|noscript|form|math|animate\\w*|set|use|" +
  "foreignobject|html|head|body";
const ATTRIBUTES = "on\\w+|style|srcdoc|formaction";
const ACTIVE = new RegExp(`<(?:${ELEMENTS})(?![\\w-])|[\\s"'/](?:${ATTRIBUTES})\\s*=|javascript:`, "i");

/**
 * Whether a string holds nothing but plain elements and text.
 * @param {string} markup
 */
export const isPlain = (markup) => !ACTIVE.test(markup);

globalThis.trustedTypes?.createPolicy("default", {
  // Without an answer the browser refuses the string, and reports a violation of the page's policy.
  createHTML: (markup) => (isPlain(markup) ? markup : null),
});
