// Short names for what a program imports and exports, and an order of its functions in which they compress better.
//
// The names that rustc and wasm-bindgen give are long, with hashes that don't compress.
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { withPlaces } from "./order.mjs";

const run = promisify(execFile);

/**
 * Writes a program with short names in its own place, and returns them: `imports` as [module, long, short] and `exports` as
 * [long, short]. All modules that it imports from are `a` then.
 */
export async function shorten(program, features = []) {
  const options = [...features, "--remove-unused-module-elements", "--reorder-functions", "--output", program];
  const short = "--minify-imports-and-exports-and-modules";
  const { stdout } = await run("wasm-opt", [program, ...options, short], { maxBuffer: Infinity });
  const names = JSON.parse(stdout);
  writeFileSync(program, withPlaces(readFileSync(program)));
  // Which locals share a place is chosen by trial: 0.5 kB less in the main part (brotli).
  const last = ["--reorder-functions-by-name", "--coalesce-locals-learning"];
  await run("wasm-opt", [program, ...features, ...last, "--output", program]);
  return { imports: names.imports, exports: new Map(names.exports) };
}

/**
 * The JavaScript that wasm-bindgen wrote for a program, with the names that the program has now. What is not as foreseen
 * stops the build.
 */
export function renamed(source, { imports, exports }) {
  const replace = (long, short) => {
    if (source.split(long).length !== 2) throw new Error(`not once in the JavaScript: ${long.trim()}`);
    source = source.replace(long, () => short);
  };
  const own = imports.filter(([module]) => module.endsWith("_bg.js"));
  const others = imports.filter(([module]) => !module.endsWith("_bg.js"));
  for (const [, long, short] of own) replace(`\n        ${long}: `, `\n        ${short}: `);
  // wasm-bindgen names a module once for each function that comes from it; all of them are one now.
  const [[module]] = own;
  const theirs = others.map(([, long, short], index) => `${short}: import${index + 1}.${long}, `).join("");
  replace(`"${module}": import0,`, `a: { __proto__: import0, ${theirs}},`);
  for (const [module] of new Map(others)) source = source.replaceAll(new RegExp(`\n *"${module}": import\\d+,`, "g"), "");
  return source.replace(/\bwasm\.(\w+)/g, (_, long) => {
    if (!exports.has(long)) throw new Error(`the program does not export ${long}`);
    return `wasm.${exports.get(long)}`;
  });
}
