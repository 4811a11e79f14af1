// Makes the program that wasm-bindgen wrote smaller, in its place, and the JavaScript between it and the page fit again:
// `node shorten.mjs GLUE PROGRAM`.
//
// What the program imports and exports has long names, which stand in both files, with hashes that don't compress.
// wasm-opt gives them short ones in the program, and the JavaScript gets the same here.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";

const [glue, program] = process.argv.slice(2).map((path) => resolve(path));

const options = ["--minify-imports-and-exports-and-modules", "--output", program];
const { imports, exports } = JSON.parse(execFileSync("wasm-opt", [program, ...options], { encoding: "utf8" }));

/** The JavaScript with the names that the program has now. What is not as foreseen stops the build. */
function renamed(source) {
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

writeFileSync(glue, renamed(readFileSync(glue, "utf8")));
