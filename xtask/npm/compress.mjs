// Writes each named file once more, compressed for web servers that send such files: by brotli as `.br`, and by
// gzip -9 as `.gz`.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { brotli } from "./brotli.mjs";

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, brotli(bytes));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
