// Asks for the part that the address needs, while the module that starts the program is still on its way. What is asked
// for here has no checksum, since browsers look at none; the module holds what came against its own. The link is in the
// page, and means nothing until it is filled in here.
import { OF_TABLES } from "./address.js";

/* global TABLES_URL -- written in by cargo xtask (xtask/npm/start.mjs) */

if (OF_TABLES.test(location.pathname)) {
  const link = document.querySelector("[rel=part]");
  link.href = TABLES_URL;
  link.rel = "preload";
}
