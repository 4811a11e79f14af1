// Makes the program that wasm-bindgen wrote smaller, in its place, and the JavaScript between it and the page fit again:
// `node shorten.mjs GLUE PROGRAM`.
//
// What nobody can reach goes first (`unused.mjs`): from the JavaScript, then from the program what only that has called.
// The program's functions are put in an order in which they compress better (`order.mjs`).
//
// What the program imports and exports has long names, which stand in both files, with hashes that don't compress.
// wasm-opt gives them short ones in the program, and the JavaScript gets the same here.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { withPlaces } from "./order.mjs";
import { taken, withoutUnusedClasses, withoutUnusedImports } from "./unused.mjs";

const [glue, program] = process.argv.slice(2).map((path) => resolve(path));

/** What the program exports. */
function exported() {
  return WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(program))).map(({ name }) => name);
}

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

const source = withoutUnusedClasses(readFileSync(glue, "utf8"));
const wanted = taken(source);
const removals = exported().filter((name) => !wanted.has(name)).map((name) => `--remove-exports=${name}`);
const options = [...removals, "--remove-unused-module-elements", "--reorder-functions", "--output", program];
const shorten = "--minify-imports-and-exports-and-modules";
const names = JSON.parse(execFileSync("wasm-opt", [program, ...options, shorten], { encoding: "utf8" }));
writeFileSync(program, withPlaces(readFileSync(program)));
execFileSync("wasm-opt", [program, "--reorder-functions-by-name", "--output", program]);
writeFileSync(glue, renamed(withoutUnusedImports(source, names.imports), names));
