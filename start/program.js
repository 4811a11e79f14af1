// The module of a page whose program is one file, such as the live demo.
import "./policy.js";
import "./watch.js";
import { load, run } from "./run.js";
import main from "main";

/* global MAIN_URL, MAIN_INTEGRITY -- written in by cargo xtask (xtask/npm/start.mjs) */

run(main, MAIN_URL, load(MAIN_URL, MAIN_INTEGRITY));
