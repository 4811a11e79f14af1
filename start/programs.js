// The module of the console: starts the front, or the whole where the address needs it; and the whole when the front asks
// for it (src/state/handover.rs). It holds the JavaScript of both, so that there is one file to name and to verify.
import "./policy.js";
import "./watch.js";
import { isOfTheWhole } from "./address.js";
import { run } from "./run.js";
import front from "front";
import whole from "whole";

/* global FRONT_URL, FRONT_INTEGRITY, WHOLE_URL, WHOLE_INTEGRITY -- written in by cargo xtask (xtask/npm/start.mjs) */

const runWhole = () => run(whole, WHOLE_URL, WHOLE_INTEGRITY);
addEventListener(
  "swr-console:whole",
  () => runWhole().catch(() => dispatchEvent(new Event("swr-console:whole-failed"))),
  { once: true },
);
if (isOfTheWhole) runWhole();
else run(front, FRONT_URL, FRONT_INTEGRITY);
