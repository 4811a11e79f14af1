// The grade of both web servers over TLS: by our own reading of the MDN HTTP Observatory's rules, which asks for more, and
// by the Observatory itself.
import { expect, test } from "@playwright/test";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { listen } from "../support/ports.ts";
import { startCaddy } from "./support/caddy.ts";
import { type Answer, ask, header } from "./support/client.ts";
import { type Host, startNginx } from "./support/hosts.ts";
import { judge, shortcomings, type Site } from "./support/rules.ts";
import { forEachHost, setStage } from "./support/stage.ts";

/** The folder of the package `@mdn/mdn-http-observatory`. */
const observatory = process.env["SWR_OBSERVATORY"];

/** The least that is good enough. */
const WANTED = 135;

const stage = setStage();

const single = ({ headers }: Answer) => new Map([...headers].map(([name, values]) => [name, values.join(", ")]));

async function look(host: Host): Promise<Site> {
  const page = await ask(host.url, stage.certificates.authority, { path: "/" });
  const plain = await ask(host.plain, stage.certificates.authority, { path: "/" });
  const stranger = { path: "/", method: "OPTIONS", headers: { Origin: "https://evil.example" } };
  return {
    headers: single(page),
    html: page.body.toString(),
    redirect: header(plain, "location"),
    toStrangers: single(await ask(host.url, stage.certificates.authority, stranger)),
  };
}

/**
 * A port that passes TLS on to a host, and hangs up on anyone who speaks plain HTTP. The Observatory tries both on one port,
 * where a real server has two.
 */
async function onlyTls(host: Host): Promise<{ name: string; close(): void }> {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", (first: Buffer) => {
      if (first[0] !== TLS_HANDSHAKE) {
        socket.destroy();
        return;
      }
      const inside = connect(Number(new URL(host.url).port), "127.0.0.1");
      inside.on("error", () => socket.destroy());
      inside.write(first);
      socket.pipe(inside).pipe(socket);
    });
  });
  return { name: `localhost:${await listen(server)}`, close: () => server.close() };
}

/** The first byte of anyone who speaks TLS. */
const TLS_HANDSHAKE = 22;

/** What the Observatory says of a server. */
async function observe(host: Host): Promise<{ scan: { grade: string; score: number }; tests: object }> {
  const folder = observatory ?? "";
  // Both lists are fetched from the internet when the package is installed, and are of no use for this computer's name.
  writeFileSync(join(folder, "conf/hsts-preload.json"), "{}");
  writeFileSync(join(folder, "conf/tld-list.json"), '["localhost"]');
  const { name, close } = await onlyTls(host);
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: stage.certificates.authority };
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "src/scan.js"), name], { env });
  close();
  return JSON.parse(stdout) as { scan: { grade: string; score: number }; tests: object };
}

forEachHost(stage, { nginx: startNginx, Caddy: startCaddy }, (host, name) => {

  test("has nearly every point there is, and nothing is missing that we ask for", async () => {
    const site = await look(host());
    const { points, verdicts } = judge(site);
    console.log(`${name}: ${points} points by our own rules`);
    expect(shortcomings(site.headers)).toEqual([]);
    expect(verdicts.filter(({ points }) => points < 0)).toEqual([]);
    expect(points, JSON.stringify(verdicts, null, 2)).toBeGreaterThanOrEqual(WANTED);
  });

  test("is an A+ to the MDN HTTP Observatory", async () => {
    test.skip(observatory === undefined, "the Observatory is not installed");
    const { scan, tests } = await observe(host());
    console.log(`${name}: ${scan.grade}, ${scan.score} points by the Observatory`);
    expect(scan.grade, JSON.stringify(tests, null, 2)).toBe("A+");
    expect(scan.score, JSON.stringify(tests, null, 2)).toBeGreaterThanOrEqual(WANTED);
  });
});

test("our own rules see what is bad", () => {
  const good: Site = {
    headers: new Map([
      ["content-security-policy", "default-src 'none'; script-src 'sha384-x'; style-src 'self'; frame-ancestors 'none'"],
      ["strict-transport-security", "max-age=63072000"],
      ["x-content-type-options", "nosniff"],
      ["referrer-policy", "no-referrer"],
      ["cross-origin-resource-policy", "same-origin"],
      ["cross-origin-embedder-policy", "require-corp"],
      ["cross-origin-opener-policy", "same-origin"],
    ]),
    html: '<script src="/a.js" integrity="sha384-x"></script>',
    redirect: "https://localhost/",
    toStrangers: new Map(),
  };
  const points = (change: Partial<Site>, headers: Record<string, string> = {}) =>
    judge({ ...good, headers: new Map([...good.headers, ...Object.entries(headers)]), ...change }).points;
  expect(points({})).toBe(155);
  expect(points({ html: '<script src="/a.js"></script>' })).toBe(150);
  expect(points({}, { "cross-origin-opener-policy": "unsafe-none" })).toBe(140);
  expect(points({}, { "strict-transport-security": "max-age=0" }), "one bad thing undoes some good").toBe(145);
  expect(points({ redirect: "http://localhost/" }), "and a very bad one all of it").toBe(80);
  expect(points({}, { "set-cookie": "a=b" })).toBe(60);
  const csp = (policy: string) => points({}, { "content-security-policy": policy });
  expect(csp("default-src 'self'; frame-ancestors 'none'")).toBe(150);
  expect(csp("default-src 'none'; script-src * ; frame-ancestors 'none'")).toBe(80);
  expect(csp("default-src 'none'; script-src 'unsafe-inline'; frame-ancestors 'none'")).toBe(80);
  expect(csp("default-src 'none'; script-src 'self' 'unsafe-eval'; frame-ancestors 'none'")).toBe(135);
  expect(csp("style-src 'self'; frame-ancestors 'none'")).toBe(80);
  expect(shortcomings(good.headers).length).toBeGreaterThan(0);
});
