// What both web servers answer, with the samples of deploy/: a table of requests, and on every single answer all of the
// security headers, each once and with the value that the build asks for.
import { expect, test } from "@playwright/test";
import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { dist } from "../support/emulator.ts";
import { startCaddy } from "./support/caddy.ts";
import { certify } from "./support/certificates.ts";
import { type Answer, ask, askByHttp2, header, type Question } from "./support/client.ts";
import { wantedHeaders } from "./support/headers.ts";
import { startNginx } from "./support/hosts.ts";
import { forEachHost, setStage } from "./support/stage.ts";
import { LONG_TOKEN, Upstream } from "./support/upstream.ts";

const files = readdirSync(dist);
const built = (ending: RegExp) => `/${files.find((file) => ending.test(file)) ?? "nothing-is-built"}`;
const wasm = built(/-main-.*\.wasm$/);
const FOREVER = "public, max-age=31536000, immutable";

interface Row {
  name: string;
  ask: Question;
  status: number;
  type?: RegExp;
  caching?: string;
  encoding?: string;
  allow?: string;
}

const page = { type: /^text\/html; charset=utf-8$/i, caching: "no-cache" };
const br = { headers: { "Accept-Encoding": "gzip, deflate, br" } };
const SWR = "/eu-de/swr/v2/manage";
const IAM = "/eu-nl/iam/v3";
const json = { type: /^application\/json/, caching: "no-store" };

/** A route of the console is its page, whatever the names in it look like. */
const ROUTES = [
  "/",
  "/sign-in",
  "/journal?q=somebody",
  "/plan",
  "/organizations",
  "/organizations/group",
  "/organizations/group/members",
  "/organizations/group/images/test",
  "/organizations/group/images/team$web$app.js",
  "/organizations/group/images/config.json",
  "/organizations/a.b/images/swr-console-0123456789abcdef_bg.wasm",
  "/organizations/group/images/.hidden",
  "/organizations/%E5%90%8D/images/a%20b%3Fc",
];

/** No file for anyone, and no page of the console instead. */
const MISSING = [
  "/missing.js",
  "/swr-console-0123456789abcdef.js",
  "/swr-console-0123456789abcdef_bg.wasm",
  "/console-0123456789abcdef.css",
  "/favicon.ico",
  "/robots.txt",
  "/.git/config",
  "/.env",
  "/index.html.br",
  `${wasm}.br`,
  "/config.json.bak",
  "/nginx.conf",
];

/** Nothing that the console asks the APIs for. */
const UNKNOWN = [
  `${SWR}/namespaces/group/repos`,
  `${SWR}/namespaces/group/repos/test/tags`,
  `${SWR}/overview/quota`,
  `${SWR}/`,
  `${SWR}/namespaces/a/v2/manage/namespaces/b/access`,
  "/eu-nl/iam/v3/auth/projects",
  "/eu-nl/iam/v3/users/1",
  "/eu-nl/iam/v3.0/OS-USER/users",
];

const ROWS: Row[] = [
  ...ROUTES.map((path) => ({ name: `the page ${path}`, ask: { path, ...br }, status: 200, encoding: "br", ...page })),
  { name: "the page in gzip", ask: { path: "/", headers: { "Accept-Encoding": "gzip" } }, status: 200, ...page, encoding: "gzip" },
  { name: "the page as it is", ask: { path: "/" }, status: 200, ...page },
  { name: "an address that is no page", ask: { path: "/nonsense" }, status: 404, ...page },
  { name: "config.json", ask: { path: "/config.json", ...br }, status: 200, type: /^application\/json/, caching: "no-cache" },
  { name: "HEAD of config.json", ask: { path: "/config.json", method: "HEAD" }, status: 200, caching: "no-cache" },
  { name: "the program", ask: { path: wasm, ...br }, status: 200, type: /^application\/wasm$/, caching: FOREVER, encoding: "br" },
  { name: "the program in gzip", ask: { path: wasm, headers: { "Accept-Encoding": "gzip" } }, status: 200, type: /^application\/wasm$/, caching: FOREVER, encoding: "gzip" },
  { name: "the script", ask: { path: built(/\.js$/), ...br }, status: 200, type: /^(text|application)\/javascript(; charset=utf-8)?$/, caching: FOREVER, encoding: "br" },
  { name: "the style sheet", ask: { path: built(/\.css$/), ...br }, status: 200, type: /^text\/css; charset=utf-8$/, caching: FOREVER, encoding: "br" },
  { name: "the icon", ask: { path: built(/\.svg$/), ...br }, status: 200, type: /^image\/svg\+xml/, caching: FOREVER, encoding: "br" },
  { name: "the licences", ask: { path: "/THIRD-PARTY.txt", ...br }, status: 200, type: /^text\/plain; charset=utf-8$/, caching: "no-cache", encoding: "br" },
  ...MISSING.map((path) => ({ name: `no file ${path}`, ask: { path, ...br }, status: 404, caching: "no-store" })),
  ...["POST", "PUT", "DELETE", "OPTIONS", "TRACE"].map((method) => ({
    name: `${method} of the page`,
    ask: { path: "/", method },
    status: 405,
  })),
  { name: "an API's list", ask: { path: `${SWR}/namespaces?filter=mode::visible` }, status: 200, ...json },
  { name: "an API's list, compressed", ask: { path: `${SWR}/repos?namespace=g`, ...br }, status: 200, ...json, encoding: "gzip" },
  ...["namespaces/g", "namespaces/g/repos/a$b", "namespaces/g/access"].map((path) => ({
    name: `GET ${path}`,
    ask: { path: `${SWR}/${path}` },
    status: 200,
    ...json,
  })),
  { name: "GET of a token", ask: { path: `${IAM}/auth/tokens` }, status: 200, ...json },
  { name: "GET of users", ask: { path: `${IAM}/users` }, status: 200, ...json },
  ...["GET", "POST", "PATCH", "DELETE"].map((method) => ({
    name: `${method} of permissions`,
    ask: { path: `${SWR}/namespaces/g/repos/a$b/access`, method, ...(method === "GET" ? {} : { body: "[]" }) },
    status: 200,
    ...json,
  })),
  { name: "POST of a sign-in", ask: { path: `${IAM}/auth/tokens?nocatalog=true`, method: "POST", body: "{}" }, status: 200, ...json },
  { name: "PUT of permissions", ask: { path: `${SWR}/namespaces/g/access`, method: "PUT", body: "[]" }, status: 405, caching: "no-store", allow: "GET, POST, PATCH, DELETE" },
  { name: "DELETE of an organization", ask: { path: `${SWR}/namespaces/g`, method: "DELETE" }, status: 405, caching: "no-store", allow: "GET" },
  { name: "DELETE of a token", ask: { path: `${IAM}/auth/tokens`, method: "DELETE" }, status: 200, ...json },
  { name: "PUT of a token", ask: { path: `${IAM}/auth/tokens`, method: "PUT" }, status: 405, caching: "no-store", allow: "GET, POST, DELETE" },
  { name: "OPTIONS from another site", ask: { path: `${IAM}/users`, method: "OPTIONS", headers: { Origin: "https://evil.example" } }, status: 405, caching: "no-store", allow: "GET" },
  { name: "TRACE of an API", ask: { path: `${IAM}/users`, method: "TRACE" }, status: 405 },
  ...UNKNOWN.map((path) => ({ name: `no such call ${path}`, ask: { path }, status: 404, caching: "no-store" })),
  { name: "a redirect of an API", ask: { path: `${SWR}/namespaces/g/repos/x?at=/redirect/` }, status: 302, caching: "no-store" },
];

const stage = setStage();

const wanted = wantedHeaders();
const UNWANTED =
  /^(set-cookie|x-powered-by|access-control-.*|x-xss-protection|pragma|expires|via|link|refresh|clear-site-data|alt-svc|nel|report-to|reporting-endpoints|.*-report-only|service-worker-allowed|(x-)?sourcemap|timing-allow-origin|www-authenticate)$/;

/** What is wrong with an answer, whatever was asked. */
function unsealed(answer: Answer): string[] {
  const faults: string[] = [];
  for (const [name, value] of wanted) {
    const values = answer.headers.get(name) ?? [];
    if (values.length !== 1 || values[0] !== value) {
      faults.push(`${name} is ${JSON.stringify(values)}`);
    }
  }
  for (const [name, values] of answer.headers) {
    if (UNWANTED.test(name) || values.length !== 1) {
      faults.push(`${name} is ${JSON.stringify(values)}`);
    }
  }
  if (/\d/.test(header(answer, "server") ?? "") || /nginx\/\d|Caddy\/?v?\d/i.test(answer.body.toString("latin1"))) {
    faults.push("it shows the version of the server");
  }
  return faults;
}

/** What is wrong with an answer of the table. */
function mistaken(row: Row, answer: Answer): string[] {
  const type = header(answer, "content-type") ?? "";
  const told: [string, unknown, unknown][] = [
    ["status", answer.status, row.status],
    ["cache-control", header(answer, "cache-control"), row.caching ?? header(answer, "cache-control")],
    ["allow", header(answer, "allow"), row.allow ?? header(answer, "allow")],
    ["content-encoding", header(answer, "content-encoding"), row.encoding],
    ["content-type", row.type?.test(type) === false ? type : "", ""],
    ["vary", row.encoding === undefined || /Accept-Encoding/i.test(header(answer, "vary") ?? ""), true],
  ];
  const wrong = told.filter(([, is, should]) => is !== should);
  return [...unsealed(answer), ...wrong.map(([what, is, should]) => `${what} is ${is} and should be ${should}`)];
}

forEachHost(stage, { nginx: startNginx, Caddy: startCaddy }, (host, name, start) => {
  const get = (question: Question) => ask(host().url, stage.certificates.authority, question);

  test("every request of the table", async () => {
    const faults: string[] = [];
    for (const row of ROWS) {
      faults.push(...mistaken(row, await get(row.ask)).map((fault) => `${row.name}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(wanted.size, "there is something to look for").toBeGreaterThan(8);
  });

  test("what is compressed is the same file", async () => {
    const answer = await get({ path: wasm, headers: { "Accept-Encoding": "gzip" } });
    expect(gunzipSync(answer.body).equals(readFileSync(dist + wasm))).toBe(true);
    const again = { path: wasm, headers: { "If-None-Match": header(await get({ path: wasm }), "etag") ?? "" } };
    const unchanged = await get(again);
    expect(unchanged.status).toBe(304);
    expect(unsealed(unchanged)).toEqual([]);
    expect(header(unchanged, "cache-control")).toBe(FOREVER);
  });

  test("an API gets exactly what the console sent, and nothing of the browser's", async () => {
    stage.upstream.arrived.length = 0;
    const body = JSON.stringify(["an-id"]);
    const sent = {
      "X-Auth-Token": LONG_TOKEN,
      "X-Subject-Token": LONG_TOKEN,
      "Content-Type": "application/json;charset=utf-8",
      Accept: "application/json",
    };
    const noise = {
      Cookie: "sso=secret",
      Authorization: "Basic secret",
      Referer: "https://console.example/journal?q=secret",
      Origin: "https://console.example",
      "X-Forwarded-For": "10.0.0.1",
      "X-Real-IP": "10.0.0.1",
      "X-HTTP-Method-Override": "DELETE",
      "X-Original-URL": "/v2/manage/namespaces/g",
      "X-Domain-Id": "another",
      "X-Project-Id": "another",
      Forwarded: "for=10.0.0.1",
    };
    const path = `${SWR}/namespaces/g%20%E5%90%8D/repos/a$b%3Fc%23d/access?x=%2F`;
    const answer = await get({ method: "DELETE", path, headers: { ...sent, ...noise }, body });
    expect(answer.status).toBe(200);
    expect(header(answer, "x-subject-token")).toBe(LONG_TOKEN);
    expect(header(answer, "x-request-id")).toBe("an-id");
    expect(header(answer, "content-range")).toBe("0-1/1");
    expect(header(answer, "retry-after")).toBe("7");

    expect(stage.upstream.arrived, "once").toHaveLength(1);
    const [arrived] = stage.upstream.arrived;
    expect(arrived).toMatchObject({
      method: "DELETE",
      target: "/v2/manage/namespaces/g%20%E5%90%8D/repos/a$b%3Fc%23d/access?x=%2F",
      body,
    });
    const headers = arrived?.headers ?? {};
    for (const [name, value] of Object.entries(sent)) {
      expect(headers[name.toLowerCase()], name).toBe(value);
    }
    for (const name of Object.keys(noise)) {
      expect(headers[name.toLowerCase()], name).toBeUndefined();
    }
    expect(headers.host).toBe(name === "nginx" ? "swr-api.eu-de.otc.t-systems.com" : "localhost");
  });

  test("two long tokens go there, and one comes back, over HTTP/2 too", async () => {
    const headers = { "x-auth-token": LONG_TOKEN, "x-subject-token": LONG_TOKEN };
    const answer = await askByHttp2(host().url, stage.certificates.authority, { path: `${IAM}/auth/tokens`, headers });
    expect(answer[":status"]).toBe(200);
    expect(answer["x-subject-token"]).toBe(LONG_TOKEN);
    expect(stage.upstream.arrived.at(-1)?.headers).toMatchObject(headers);
  });

  test("no path climbs out of what is allowed", async () => {
    stage.upstream.arrived.length = 0;
    for (const path of [
      `${SWR}/namespaces/../../../v3/auth/projects`,
      `${SWR}/namespaces/%2e%2e/%2e%2e/%2e%2e/v3/auth/projects`,
      `${SWR}/namespaces/g/repos/..%2f..%2f..%2foverview/access`,
      `/eu-de/swr/../../etc/passwd`,
      `/..%2f..%2fetc%2fpasswd`,
      `/organizations/../config.json.bak`,
    ]) {
      const answer = await get({ path });
      expect(unsealed(answer)).toEqual([]);
      expect([400, 404, 405], `${path}: ${answer.status}`).toContain(answer.status);
    }
    expect(stage.upstream.arrived.map(({ target }) => target).filter((target) => /\.\.|%2e|projects|overview/i.test(target))).toEqual([]);
  });

  test("plain HTTP leads to the same address over TLS", async () => {
    const answer = await ask(host().plain, stage.certificates.authority, { path: "/organizations?q=x" });
    expect([301, 308]).toContain(answer.status);
    expect(header(answer, "location")).toMatch(/^https:\/\/localhost(:\d+)?\/organizations\?q=x$/);
  });

  test("an API that is down is a 502 with every header, and nothing is kept of what was sent", async () => {
    const down = await Upstream.start(stage.certificates);
    await down.stop();
    const lonely = await start({ certificates: stage.certificates, upstream: down.port });
    try {
      const path = `${SWR}/namespaces/g/access?q=query-canary`;
      const headers = { "X-Auth-Token": "token-canary", Cookie: "cookie-canary" };
      const answer = await ask(lonely.url, stage.certificates.authority, { method: "DELETE", path, headers, body: '["body-canary"]' });
      expect(answer.status).toBe(502);
      expect(unsealed(answer)).toEqual([]);
      expect(header(answer, "cache-control")).toBe("no-store");
      // Caddy writes its lines after it has answered.
      await expect.poll(() => lonely.log()).toContain("/eu-de/swr/v2/manage/namespaces/g/access");
      expect(lonely.log()).not.toMatch(/token-canary|cookie-canary|body-canary/);
      // nginx writes the whole first line of a request beside an error. docs/hosting.md says so.
      expect(lonely.log().includes("query-canary")).toBe(name === "nginx");
    } finally {
      await lonely.stop();
    }
  });

  test("the log has neither headers nor queries", async () => {
    const headers = { "X-Auth-Token": "token-canary", "X-Subject-Token": "subject-canary", Cookie: "cookie-canary" };
    for (const path of ["/organizations?q=query-canary", `${SWR}/repos?namespace=query-canary`, `${SWR}/no?q=query-canary`]) {
      await get({ path, headers });
    }
    await expect.poll(() => host().log()).toContain("/v2/manage/no");
    expect(host().log()).toContain("/v2/manage/repos");
    expect(host().log()).not.toMatch(/canary/);
  });

  test("an API that cannot prove its name is not spoken to", async () => {
    const stranger = certify(["elsewhere.example"]);
    const impostor = await Upstream.start(stranger);
    const deceived = await start({ certificates: stage.certificates, upstream: impostor.port });
    try {
      const answer = await ask(deceived.url, stage.certificates.authority, {
        path: `${SWR}/namespaces`,
        headers: { "X-Auth-Token": "token-canary" },
      });
      expect(answer.status).toBe(502);
      expect(impostor.arrived).toEqual([]);
    } finally {
      await deceived.stop();
      await impostor.stop();
      stranger.remove();
    }
  });
});
