// What the JavaScript that wasm-bindgen writes holds without anybody's use for it. Packages export classes whether they are
// wanted or not: streams, of one behind leptos. They keep a part of the program alive that nothing else calls.
//
// All of this reads wasm-bindgen's own layout. Where that has changed nothing is taken out, and the bundle's budget tells.

/** The names of what the JavaScript takes of the program. */
export const taken = (source) => new Set([...source.matchAll(/\bwasm\.(\w+)/g)].map(([, name]) => name));

/** The JavaScript without the classes that nothing in it makes. */
export function withoutUnusedClasses(source) {
  for (const [, name] of source.matchAll(/^export class (\w+) \{$/gm)) {
    const rest = source
      .replace(new RegExp(`^export class ${name} \\{\\n[^]*?\\n\\}\\n`, "m"), "")
      .replace(new RegExp(`^if \\(Symbol\\.dispose\\) ${name}\\.prototype.*\\n`, "m"), "")
      .replace(new RegExp(`^const ${name}Finalization = [^;]*;\\n`, "m"), "");
    if (!rest.includes(name)) source = rest;
  }
  return source;
}

/** The JavaScript without the functions that the program does not import (any more). */
export function withoutUnusedImports(source, imports) {
  const wanted = new Set(imports.map(([, name]) => name));
  const entry = /^ {8}(\w+): function[^]*?\n {8}\}.*,\n/gm;
  return source.replace(entry, (text, name) => (wanted.has(name) ? text : ""));
}
