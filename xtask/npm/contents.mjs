// What is in the parts of a program, before wasm-opt takes the names out: by page, and by crate for everything else.
import { readFileSync } from "node:fs";
import { bodies, imported, number, sections } from "./order.mjs";

/** The pages that the main part has. Anything else of `src/pages/` is linked into it by mistake. */
const IN_MAIN = [
  "data_view",
  "export",
  "idle_warning",
  "listing",
  "not_found",
  "offline",
  "organizations",
  "other_region",
  "parts",
  "session_ended",
  "sign_in",
  "sign_out",
  "start_failed",
];

/** So many bytes of another page are a function that the compiler has found twice. */
const TRIFLE = 300;

const CRATES = ["swr_console", "domain", "reactive_graph", "tachys", "leptos", "serde_json", "wasm_bindgen", "js_sys"];

/** The names of a program's functions, by their numbers. */
function names(bytes) {
  const found = new Map();
  const custom = sections(bytes).filter(({ id }) => id === 0);
  for (const { from, end } of custom) {
    let [length, at] = number(bytes, from);
    if (bytes.toString("utf8", at, at + length) !== "name") continue;
    for (at += length; at < end; ) {
      const kind = bytes[at];
      const [size, start] = number(bytes, at + 1);
      at = start + size;
      if (kind !== 1) continue;
      let [count, place] = number(bytes, start);
      for (; count > 0; count--) {
        const [index, afterIndex] = number(bytes, place);
        const [letters, first] = number(bytes, afterIndex);
        found.set(index, bytes.toString("utf8", first, first + letters));
        place = first + letters;
      }
    }
  }
  return found;
}

/** The page that a function belongs to, or its crate. Each part of a mangled name has its length before it. */
function owner(name) {
  if (name.endsWith("indirect_call_shim")) return "calls into other parts";
  const page = /11swr_console5pages(\d+)/.exec(name);
  if (page) return `pages/${name.slice(page.index + page[0].length).slice(0, Number(page[1]))}`;
  const isOf = (crate) => name.includes(`${crate.length}${crate}`) || name.includes(`$${crate}..`);
  return CRATES.find(isOf) ?? "std and other crates";
}

/** The bytes of each owner in some files. */
function weigh(files) {
  const weights = new Map();
  for (const file of files) {
    const bytes = readFileSync(file);
    const by = (id) => sections(bytes).find((section) => section.id === id);
    const before = imported(bytes, by(2));
    const known = names(bytes);
    bodies(bytes, by(10)).forEach((body, index) => {
      const name = owner(known.get(before + index) ?? "");
      weights.set(name, (weights.get(name) ?? 0) + body.length);
    });
  }
  return weights;
}

/** Prints what is in each part, given as [name, files], the main one first; throws if a page is in that by mistake. */
export function check(parts) {
  const columns = parts.map(([name, files]) => [name, weigh(files)]);
  const owners = [...new Set(columns.flatMap(([, weights]) => [...weights.keys()]))].sort();
  const row = (first, cells) => console.log(first.padEnd(24) + cells.map((cell) => String(cell).padStart(10)).join(""));
  row("bytes of code in", columns.map(([name]) => name));
  for (const owner of owners) row(owner, columns.map(([, weights]) => weights.get(owner) ?? ""));
  const [[, main]] = columns;
  for (const [owner, bytes] of main) {
    const page = /^pages\/(.*)/.exec(owner)?.[1];
    if (page && bytes > TRIFLE && !IN_MAIN.includes(page)) {
      throw new Error(`${bytes} bytes of ${owner} are in the main part: call it through its part (src/pages/parts/)`);
    }
  }
}
