// The module of the console: starts the front, or the whole where the address needs it; and the whole when the front asks
// for it (src/state/session/handover.rs). It holds the JavaScript of both, so that there is one file to name and to verify.
import "./policy.js";
import "./watch.js";
import "./config.js";
import { OF_THE_WHOLE } from "./address.js";
import { load, run } from "./run.js";
import front from "front";
import whole from "whole";

/* global FRONT_URL, FRONT_INTEGRITY, WHOLE_URL, WHOLE_INTEGRITY -- written in by cargo xtask (xtask/npm/start.mjs) */

/** The answer with the whole, once it has been asked for, until it turns out to be of no use. */
let ahead;

const forget = () => (ahead = undefined);

const loadWhole = () => {
  if (!ahead) {
    ahead = load(WHOLE_URL, WHOLE_INTEGRITY);
    ahead.catch(forget);
  }
  return ahead;
};

const runWhole = () => run(whole, WHOLE_URL, loadWhole());

if (OF_THE_WHOLE.test(location.pathname)) runWhole();
else {
  run(front, FRONT_URL, load(FRONT_URL, FRONT_INTEGRITY));
  // It may be asked for again before it is there, which changes nothing, or after it has failed.
  addEventListener("swr-console:whole", () =>
    runWhole().catch(() => {
      forget();
      dispatchEvent(new Event("swr-console:whole-failed"));
    }),
  );
  // A user who points at a link is likely to follow it; then the whole is on its way already.
  const onIntent = ({ target }) => OF_THE_WHOLE.test(target.closest?.("a")?.pathname) && loadWhole();
  addEventListener("pointerover", onIntent);
  addEventListener("focusin", onIntent);
}
