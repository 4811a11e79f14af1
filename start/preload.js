// Asks for the program that comes first, while the module that starts it is still on its way. What is asked for here has
// no checksum, since browsers look at none; the module holds what came against its own. The link is in the page, and
// means nothing until it is filled in here.
import { OF_THE_WHOLE } from "./address.js";

/* global BEFORE, FRONT_NAME, WHOLE_NAME, AFTER -- written in by cargo xtask (xtask/npm/start.mjs) */

const link = document.querySelector("[as]");
link.href = BEFORE + (OF_THE_WHOLE.test(location.pathname) ? WHOLE_NAME : FRONT_NAME) + AFTER;
link.rel = "preload";
