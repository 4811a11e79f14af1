// Asks for the program that comes first, while the module that starts it is still on its way. What is asked for here has
// no checksum, since browsers look at none; the module holds what came against its own.
import { isOfTheWhole } from "./address.js";

/* global FRONT_URL, WHOLE_URL -- written in by cargo xtask (xtask/npm/start.mjs) */

const link = document.createElement("link");
link.rel = "preload";
link.as = "fetch";
link.crossOrigin = "";
link.href = isOfTheWhole ? WHOLE_URL : FRONT_URL;
document.head.append(link);
