// Makes the program that wasm-bindgen wrote smaller, in its place, and the JavaScript between it and the page fit again:
// `node shorten.mjs GLUE PROGRAM`.
//
// The program's functions are put in an order in which they compress better (`order.mjs`).
//
// What the program imports and exports has long names, which are in both files, with hashes that don't compress.
// wasm-opt gives them short ones in the program, and the JavaScript gets the same here.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { withPlaces } from "./order.mjs";

const [glue, program] = process.argv.slice(2).map((path) => resolve(path));

/** The JavaScript with the names that the program has now. What is not as foreseen stops the build. */
function renamed(source, { imports, exports }) {
  const replace = (long, short) => {
    if (source.split(long).length !== 2) throw new Error(`not once in ${basename(glue)}: ${long.trim()}`);
    source = source.replace(long, () => short);
  };
  const modules = new Set(imports.map(([module]) => module));
  if (modules.size !== 1) throw new Error(`the program imports from ${[...modules].join(" and ")}, not from one module`);
  for (const module of modules) replace(`"${module}": `, '"a": ');
  for (const [, long, short] of imports) replace(`\n        ${long}: `, `\n        ${short}: `);
  const shorts = new Map(exports);
  return source.replace(/\bwasm\.(\w+)/g, (_, long) => {
    if (!shorts.has(long)) throw new Error(`the program does not export ${long}`);
    return `wasm.${shorts.get(long)}`;
  });
}

const options = ["--remove-unused-module-elements", "--reorder-functions", "--output", program];
const shorten = "--minify-imports-and-exports-and-modules";
const names = JSON.parse(execFileSync("wasm-opt", [program, ...options, shorten], { encoding: "utf8" }));
writeFileSync(program, withPlaces(readFileSync(program)));
execFileSync("wasm-opt", [program, "--reorder-functions-by-name", "--output", program]);
writeFileSync(glue, renamed(readFileSync(glue, "utf8"), names));
