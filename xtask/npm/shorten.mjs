// Makes the program that wasm-bindgen wrote smaller, in its place, and the JavaScript between it and the page fit again:
// `node shorten.mjs GLUE PROGRAM`.
import { readFileSync, writeFileSync } from "node:fs";
import { renamed, shorten } from "./names.mjs";

const [glue, program] = process.argv.slice(2);
const names = await shorten(program);
writeFileSync(glue, renamed(readFileSync(glue, "utf8"), names));
