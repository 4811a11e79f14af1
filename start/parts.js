// The parts of the program that are fetched later (src/split.rs). The main program calls the functions at the end, which
// are among its imports. A part puts its functions into the table that all parts share, where the main program finds them.
import { load } from "./run.js";
import { initSync } from "main";

/* global PARTS, TABLE -- written in by cargo xtask (xtask/npm/start.mjs) */

/** The responses with parts, and the parts that are in the program, by their names. */
const files = new Map();
const entered = new Map();

/** Parts that could not be fetched: the copy in the browser's cache may be the damaged one. */
const failed = new Set();

const forget = (name) => {
  files.delete(name);
  entered.delete(name);
  failed.add(name);
};

/** Asks for the file of a part, once. */
export const ask = (name) => {
  if (!files.has(name)) {
    const { url, integrity } = PARTS[name];
    const file = load(url, integrity, failed.has(name) ? "reload" : "default");
    file.catch(() => forget(name));
    files.set(name, file);
  }
  return files.get(name);
};

/** Puts a part into the program. */
const instantiate = async (name) => {
  const wasm = initSync();
  const take = (names) => Object.fromEntries(Object.entries(names).map(([key, from]) => [key, wasm[from]]));
  const imports = { a: take(PARTS[name].imports) };
  const file = await ask(name);
  // Browsers compile a file while it comes, but only where the server says what it is.
  const isNamed = file.headers.get("content-type") === "application/wasm";
  if (isNamed) await WebAssembly.instantiateStreaming(file, imports);
  else await WebAssembly.instantiate(await file.arrayBuffer(), imports);
};

/** Puts a part into the program after all that come before it, since it may call them. */
const enter = async (name) => {
  const names = Object.keys(PARTS);
  const needed = names.slice(0, names.indexOf(name) + 1);
  needed.forEach(ask);
  for (const part of needed) {
    if (!entered.has(part)) entered.set(part, instantiate(part));
    await entered.get(part).catch((error) => {
      forget(part);
      throw error;
    });
  }
};

/** Calls the program back with whether the part is there. */
const loader = (name) => async (callback, data) => {
  const isThere = await enter(name).then(
    () => true,
    (error) => console.error(`${PARTS[name].url}: ${error}`),
  );
  initSync()[TABLE].get(callback)(data, isThere ? 1 : 0);
};

export const __wasm_split_load_tables = loader("tables");
export const __wasm_split_load_granting = loader("granting");
export const __wasm_split_load_outside = loader("outside");
export const __wasm_split_load_changing = loader("changing");
export const __wasm_split_load_reports = loader("reports");
export const __wasm_split_load_review = loader("review");
export const __wasm_split_load_planning = loader("planning");
export const __wasm_split_load_evidence = loader("evidence");
