// The security headers that the console's build asks for, read from what `cargo xtask dist` has written for nginx.
import { readFileSync } from "node:fs";
import { headers as file } from "../../support/nginx.ts";

/** Each header by its name in small letters. */
export function wantedHeaders(): Map<string, string> {
  const wanted = new Map<string, string>();
  for (const [, name = "", value = ""] of readFileSync(file, "utf8").matchAll(/^add_header (\S+) "(.*)" always;$/gm)) {
    wanted.set(name.toLowerCase(), value);
  }
  return wanted;
}
