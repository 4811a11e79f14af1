// `cargo xtask doctor` examines a console from outside: the samples are found sound, and each fault of a bad host is named.
import { expect, test } from "@playwright/test";
import { execFile } from "node:child_process";
import { createServer } from "node:https";
import { readFileSync } from "node:fs";
import { altered } from "../support/altered.ts";
import { dist, root } from "../support/emulator.ts";
import { listen } from "../support/ports.ts";
import { startCaddy } from "./support/caddy.ts";
import { wantedHeaders } from "./support/headers.ts";
import { startNginx } from "./support/hosts.ts";
import { setStage } from "./support/stage.ts";

const stage = setStage();

/** What it prints, and whether it is content. */
function examine(url: string): Promise<{ text: string; isSound: boolean }> {
  const fixed = [...wantedHeaders()].filter(([name]) => name !== "content-security-policy");
  const policy = wantedHeaders().get("content-security-policy") ?? "";
  const every = { fixed, beyond: policy.slice(policy.indexOf("; frame-ancestors")) };
  const script = `${root}xtask/npm/doctor/doctor.mjs`;
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: stage.certificates.authority };
  return new Promise((resolve) => {
    execFile("node", [script, url, JSON.stringify(every)], { env }, (error, text) => resolve({ text, isSound: error === null }));
  });
}

for (const [name, start] of Object.entries({ nginx: startNginx, Caddy: startCaddy })) {
  test(`the sample for ${name} has no fault`, async () => {
    const config = readFileSync(`${root}deploy/config/open-telekom-cloud.json`, "utf8");
    const console = await altered({ config });
    const host = await start({ certificates: stage.certificates, upstream: stage.upstream.port, console: console.folder });
    try {
      const { text, isSound } = await examine(host.url);
      expect(text).toMatch(/\n\d{2,} checks passed, 0 failed/);
      expect(isSound).toBe(true);
      expect(text.includes("30 in a row were passed on to IAM"), "Caddy has no such limit").toBe(name === "Caddy");
    } finally {
      await host.stop();
      await console.remove();
    }
  });
}

test("a host that answers everything with the page has its faults named", async () => {
  const { certificate, key } = stage.certificates;
  const tls = { minVersion: "TLSv1" as const, ciphers: "DEFAULT@SECLEVEL=0" };
  const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key), ...tls }, (_, response) => {
    response.writeHead(200, { "Content-Type": "text/html", "Set-Cookie": "a=b", Server: "example/1.2" });
    response.end(readFileSync(`${dist}/index.html`));
  });
  const port = await listen(server);
  try {
    const { text, isSound } = await examine(`https://localhost:${port}/`);
    expect(isSound).toBe(false);
    for (const fault of [
      "transport: it speaks TLSv1\n",
      "transport: it speaks TLSv1.1\n",
      "its type is not text/html; charset=utf-8",
      "browsers may keep it unasked",
      "the server says its version",
      "it sets a cookie",
      "it is not the file that the page names",
      "missing, doubled or of another build: strict-transport-security",
      "a missing file is 200",
      "POST of the page is 200",
      ".env is 200",
      "config.json: it can't be read",
    ]) {
      expect.soft(text).toContain(fault);
    }
  } finally {
    server.close();
  }
});
