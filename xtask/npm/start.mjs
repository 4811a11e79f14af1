// Makes the two scripts of a page from start/ and the JavaScript of its programs: `node start.mjs JSON`, with
//   programs  by name: the path of the `glue`, the `url` of the program, its `integrity`
//   config    the `url` of the configuration
//   head      the parts of the script in the head
//   module    the one part of the module that names all others
//   out       the folder for `head.js` and `module.js`
import { join } from "node:path";
import { build } from "esbuild";

const { programs, config, head, module, out } = JSON.parse(process.argv[2]);

const define = { CONFIG_URL: JSON.stringify(config) };
const alias = {};
for (const [name, { glue, url, integrity }] of Object.entries(programs)) {
  define[`${name.toUpperCase()}_URL`] = JSON.stringify(url);
  define[`${name.toUpperCase()}_INTEGRITY`] = JSON.stringify(integrity);
  alias[name] = glue;
}
// The script in the head is to be short: the common part of the addresses is in it once.
const urls = Object.values(programs).map(({ url }) => url);
const common = (all) => {
  let length = 0;
  while (all[0][length] && all.every((one) => one[length] === all[0][length])) length++;
  return length;
};
const before = common(urls);
const after = common(urls.map((url) => [...url.slice(before)].reverse().join("")));
define.BEFORE = JSON.stringify(urls[0].slice(0, before));
define.AFTER = JSON.stringify(urls[0].slice(urls[0].length - after));
for (const [name, { url }] of Object.entries(programs)) {
  define[`${name.toUpperCase()}_NAME`] = JSON.stringify(url.slice(before, url.length - after));
}
const shared = { bundle: true, minify: true, define, alias, logLevel: "warning", charset: "utf8" };
await build({
  ...shared,
  stdin: { contents: head.map((part) => `import ${JSON.stringify(part)};`).join("\n"), resolveDir: "/" },
  outfile: join(out, "head.js"),
  format: "iife",
  // So that also a browser that is far too old can read what says so.
  target: "es2016",
});
await build({ ...shared, entryPoints: [module], outfile: join(out, "module.js"), format: "esm", target: "es2022" });
