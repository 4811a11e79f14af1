// The module of the console: starts the main program, and fetches its parts (parts.js). It holds all JavaScript of the
// program, so that there is one file to name and to verify.
import "./policy.js";
import "./watch.js";
import "./config.js";
import { OF_TABLES } from "./address.js";
import { ask } from "./parts.js";
import { load, run } from "./run.js";
import main from "main";

/* global MAIN_URL, MAIN_INTEGRITY -- written in by cargo xtask (xtask/npm/start.mjs) */

run(main, MAIN_URL, load(MAIN_URL, MAIN_INTEGRITY));
if (OF_TABLES.test(location.pathname)) ask("tables");
