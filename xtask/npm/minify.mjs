// Makes the two files that wasm-bindgen wrote smaller, in their place: `node minify.mjs GLUE PROGRAM`.
//
// What the program imports and exports has long names, which stand in both files, with hashes that don't compress.
// wasm-opt gives them short ones in the program, and the module gets the same here. Then esbuild minifies it,
// without what only other pages would import of it.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { build } from "esbuild";

const [glue, program] = process.argv.slice(2).map((path) => resolve(path));

const options = ["--minify-imports-and-exports-and-modules", "--output", program];
const { imports, exports } = JSON.parse(execFileSync("wasm-opt", [program, ...options], { encoding: "utf8" }));

/** The module's text with the names that the program has now. What is not as foreseen stops the build. */
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
const { outputFiles } = await build({
  // The page imports the default export alone; what nobody imports is left out.
  stdin: { contents: `export { default } from "./${basename(glue)}";`, resolveDir: dirname(glue) },
  bundle: true,
  // What is a file of its own, named in the page, stays one.
  external: ["./snippets/*"],
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
  write: false,
});
writeFileSync(glue, outputFiles[0].contents);
