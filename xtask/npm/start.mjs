// Makes the two scripts of a page from start/ and the JavaScript of its program: `node start.mjs JSON`, with
//   main      the path of the `glue`, the `url` of the program, its `integrity`
//   parts     in the order in which a visit needs them: the `name`, the `url`, the `integrity`, and the `imports`, by their
//             names in the part and in the main program; none for a program in one file
//   table     the name of the table that the parts share
//   config    the `url` of the configuration
//   head      the parts of the script in the head
//   module    the one part of the module that names all others
//   out       the folder for `head.js` and `module.js`
import { join, resolve } from "node:path";
import { build } from "esbuild";

const { main, parts: list, table, config, head, module, out } = JSON.parse(process.argv[2]);

const parts = Object.fromEntries(list.map(({ name, ...part }) => [name, part]));
const constants = {
  CONFIG_URL: config,
  MAIN_URL: main.url,
  MAIN_INTEGRITY: main.integrity,
  TABLES_URL: parts.tables?.url ?? null,
  PARTS: parts,
  TABLE: table,
};
const define = Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]));
// The JavaScript of a split program takes what fetches its parts from where the cutting tool would put it.
const loader = { name: "loader", setup };
function setup(build) {
  build.onResolve({ filter: /__wasm_split\.js$/ }, () => ({ path: resolve(module, "../parts.js") }));
}
const shared = { bundle: true, minify: true, define, alias: { main: main.glue }, logLevel: "warning", charset: "utf8" };
await build({
  ...shared,
  stdin: { contents: head.map((part) => `import ${JSON.stringify(part)};`).join("\n"), resolveDir: "/" },
  outfile: join(out, "head.js"),
  format: "iife",
  // So that also a browser that is far too old can read what says so.
  target: "es2016",
});
await build({
  ...shared,
  entryPoints: [module],
  plugins: [loader],
  outfile: join(out, "module.js"),
  format: "esm",
  target: "es2022",
});
