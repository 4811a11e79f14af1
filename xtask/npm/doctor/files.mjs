// The page and its files: the headers that protect them, and that they are the ones that the page names.
import { createHash } from "node:crypto";
import { ask, header } from "./ask.mjs";

const HEADERS = "send the headers of `cargo xtask headers`, on every answer, errors and APIs too, each once (docs/hosting.md)";

/** The policy in the page's own head. */
const policyIn = (page) => {
  const meta = (page.match(/<meta\b[^>]*>/g) ?? []).find((tag) => tag.includes("Content-Security-Policy")) ?? "";
  return /content="([^"]*)"/.exec(meta)?.[1] ?? "";
};

/** Every file that the page names with a checksum: where it is, and the checksum. */
const filesIn = (page) =>
  (page.match(/<(?:link|script)\b[^>]*>/g) ?? []).flatMap((tag) => {
    const value = (name) => new RegExp(`\\b${name}=["']?([^"'\\s>]+)`).exec(tag)?.[1];
    const [path, integrity] = [value("href") ?? value("src"), value("integrity")];
    return path && integrity ? [{ path, integrity }] : [];
  });

/** Which security headers of an answer are not the wanted ones. */
function unsealed(answer, wanted) {
  return wanted
    .filter(([name, value]) => {
      const sent = header(answer, name.toLowerCase());
      const is = /^strict-transport-security$/i.test(name) ? sent.replace(/; includeSubDomains(; preload)?$/, "") : sent;
      return is !== value;
    })
    .map(([name]) => name)
    .join(", ");
}

/** Checks the security headers of an answer. */
export function checkHeaders(what, answer, wanted, report) {
  const names = unsealed(answer, wanted);
  report.check(what, names && `missing, doubled or of another build: ${names}`, HEADERS);
}

/** Examines them. Returns the headers that all answers need, and config.json's answer. `every` has what every build sends. */
export async function files(site, every, report) {
  const { origin, base } = site;
  const page = await ask(origin, base);
  const text = page.bytes.toString();
  const policy = policyIn(text);
  report.check("page", page.status === 200 ? "" : `GET ${base} is ${page.status}`, "serve index.html there");
  report.check("page", policy ? "" : "it has no Content-Security-Policy of its own", "host what `cargo xtask dist` has built");
  report.check("page", /^text\/html; charset=utf-8$/i.test(header(page, "content-type")) ? "" : "its type is not text/html; charset=utf-8", "see the table in docs/hosting.md");
  report.check("page", /no-cache|no-store/.test(header(page, "cache-control")) ? "" : "browsers may keep it unasked", "send Cache-Control: no-cache with index.html and config.json");
  report.check("page", /\d/.test(header(page, "server")) ? "the server says its version" : "", "server_tokens off; header -Server");
  report.check("page", header(page, "set-cookie") ? "it sets a cookie" : "", "the console needs none; do not pass those of others on");
  const named = filesIn(text);
  report.check("files", named.length > 1 ? "" : "the page names no files with checksums", "host what `cargo xtask dist` has built");
  for (const { path, integrity } of named) {
    const file = await ask(origin, path);
    const [algorithm] = integrity.split("-");
    const sum = `${algorithm}-${createHash(algorithm).update(file.bytes).digest("base64")}`;
    report.check(path, file.status === 200 && sum === integrity ? "" : `it is not the file that the page names (${file.status})`, "copy all of dist/ again, and purge caches on the way");
    report.check(path, /immutable/.test(header(file, "cache-control")) ? "" : "browsers fetch it again each time", "send Cache-Control: public, max-age=31536000, immutable with hashed files");
  }
  const route = await ask(origin, `${base}organizations/group/images/app.js`);
  const config = await ask(origin, `${base}config.json`);
  const missing = await ask(origin, `${base}missing-0123456789abcdef.js`);
  const refused = await ask(origin, base, { method: "POST", body: "" });
  const wanted = [...every.fixed, ["Content-Security-Policy", policy + every.beyond]];
  const answers = { "the page": page, "an address of a page": route, "config.json": config, "a missing file": missing, "a refused method": refused };
  for (const [what, answer] of Object.entries(answers)) {
    checkHeaders(what, answer, wanted, report);
  }
  report.check("pages", route.status === 200 ? "" : "an image called app.js has no page", "serve index.html for /organizations…, also where a name has dots");
  report.check("files", missing.status === 404 ? "" : `a missing file is ${missing.status}`, "answer 404 for files that are not there, never index.html");
  report.check("files", [404, 405].includes(refused.status) ? "" : `POST of the page is ${refused.status}`, "answer 405 for other methods than GET and HEAD");
  for (const path of [".git/config", ".env", "config.json.bak"]) {
    const { status } = await ask(origin, base + path);
    report.check("files", status === 404 ? "" : `${path} is ${status}`, "answer 404 for files that are not the console's");
  }
  return { wanted, config };
}
