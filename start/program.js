// The module of a page with one program, such as the live demo.
import "./policy.js";
import "./watch.js";
import { load, run } from "./run.js";
import whole from "whole";

/* global WHOLE_URL, WHOLE_INTEGRITY -- written in by cargo xtask (xtask/npm/start.mjs) */

run(whole, WHOLE_URL, load(WHOLE_URL, WHOLE_INTEGRITY));
