// Makes the files of a split program, in the folder where xtask-split and wasm-bindgen have put theirs:
// `node split.mjs FOLDER PARTS OPTIONS`, the parts in the order in which a visit needs them, with commas, and the options of
// wasm-opt, with spaces.
//
// Each part becomes one file `PART.wasm`, `main_bg.wasm` gets smaller in its place, and `main.js` fits it again.
// `imports.json` gets what the parts take from the main program, by the names on both sides, and what that takes from the
// browser.
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { check } from "./contents.mjs";
import { renamed, shorten } from "./names.mjs";

const [folder, parts, options] = process.argv.slice(2);
const inside = (name) => join(folder, name);
const order = parts.split(",");
const run = promisify(execFile);

// The parts don't say which features of WebAssembly they use; the main program does, and they are of one mould.
const FEATURES = [
  "mutable-globals",
  "bulk-memory",
  "bulk-memory-opt",
  "sign-ext",
  "reference-types",
  "multivalue",
  "nontrapping-float-to-int",
  "call-indirect-overlong",
].map((name) => `--enable-${name}`);

/** What the cutting tool calls the main program as a module. */
const MAIN = "__wasm_split";

/** The files that go into a part: what parts share goes into the first that needs it. */
function filesByPart() {
  const needs = JSON.parse(readFileSync(inside("parts.json"), "utf8"));
  if ([...order].sort().join() !== Object.keys(needs).sort().join()) {
    throw new Error(`the program has the parts ${Object.keys(needs)}, not ${order}`);
  }
  const taken = new Set();
  return order.map((part) => {
    const files = needs[part].filter((file) => !taken.has(file));
    files.forEach((file) => taken.add(file));
    return files.map((file) => inside(`${file}.wasm`));
  });
}

/** What some files import from the main program beside functions, as text. */
async function imports(files) {
  const known = new Map();
  for (const file of files) {
    const names = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(file)))
      .filter(({ module, kind }) => module === MAIN && kind !== "function")
      .map(({ name }) => name);
    if (names.every((name) => known.has(name))) continue;
    const { stdout: text } = await run("wasm-dis", [...FEATURES, file], { maxBuffer: Infinity });
    for (const found of text.matchAll(/\(import "__wasm_split" "(\w+)" \((memory|table|global) (\$\S+) .*\)\)/g)) {
      if (!known.has(found[1])) known.set(found[1], found);
    }
  }
  return [...known.values()];
}

/**
 * Makes one file of several. wasm-merge joins imports with exports alone, so a module comes first that imports from the main
 * program all that they do, and exports it under the name of the main program.
 */
async function merge(files, part) {
  const hub = (await imports(files)).map(
    ([line, name, kind, id]) =>
      `${line.replace(MAIN, "main").replace(id, `$${name}`)} (export "${name}" (${kind} $${name}))`,
  );
  const merged = inside(`${part}.wasm`);
  writeFileSync(`${merged}.hub`, `(module ${hub.join("\n")})`);
  await run("wasm-as", [...FEATURES, `${merged}.hub`, "--output", `${merged}.hub.wasm`]);
  const modules = files.flatMap((file, index) => [file, `file${index}`]);
  await run("wasm-merge", [...FEATURES, `${merged}.hub.wasm`, MAIN, ...modules, "--output", merged]);
  return merged;
}

/** Makes a file as small as it gets. */
async function optimise(file) {
  await run("wasm-opt", [...FEATURES, ...options.split(" "), "--strip-debug", file, "--output", file]);
  return shorten(file, FEATURES);
}

const files = filesByPart();
check([["main", [inside("main.wasm")]], ...order.map((part, index) => [part, files[index]])]);
const main = optimise(inside("main_bg.wasm"));
const made = order.map(async (part, index) => optimise(await merge(files[index], part)));
const names = await main;
const glue = inside("main.js");
writeFileSync(glue, renamed(readFileSync(glue, "utf8"), names));
const taken = (await Promise.all(made)).map(({ imports }) =>
  Object.fromEntries(imports.map(([, long, short]) => [short, names.exports.get(long)])),
);
const table = names.exports.get("__indirect_function_table");
// All that the program can ask of the browser, without what wasm-bindgen puts around each name. A part takes what it needs
// from the main program, and nothing from elsewhere.
const asks = names.imports.map(([, long]) => long.replace(/^__wbg_/, "").replace(/_[0-9a-f]{16}$/, ""));
const foreign = taken.flatMap((part) => Object.values(part)).some((name) => name === undefined);
if (foreign) throw new Error("a part imports what the main program does not export");
const byPart = Object.fromEntries(order.map((part, index) => [part, taken[index]]));
writeFileSync(inside("imports.json"), JSON.stringify({ table, asks: [...new Set(asks)].sort(), imports: byPart }));
