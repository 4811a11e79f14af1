// The module that wasm-bindgen wrote, on the standard output, minified and without what only other pages would
// import of it.
import { basename, dirname } from "node:path";
import { build } from "esbuild";

const [file] = process.argv.slice(2);
const { outputFiles } = await build({
  // The page imports the default export alone; what nobody imports is left out.
  stdin: { contents: `export { default } from "./${basename(file)}";`, resolveDir: dirname(file) },
  bundle: true,
  // What is a file of its own, named in the page, stays one.
  external: ["./snippets/*"],
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
  write: false,
});
process.stdout.write(outputFiles[0].text);
