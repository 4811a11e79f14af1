// The sample for Kubernetes: the pod's own nginx is started with the very files that its ConfigMaps are made of.
import { expect, test } from "@playwright/test";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { root } from "../support/emulator.ts";
import { ask, header } from "./support/client.ts";
import { wantedHeaders } from "./support/headers.ts";
import { startPod } from "./support/hosts.ts";
import { setStage } from "./support/stage.ts";

const SWR = "/eu-de/swr/v2/manage";
const TOKENS = "/eu-de/iam/v3/auth/tokens";

const stage = setStage();
let pod: Awaited<ReturnType<typeof startPod>>;

test.beforeAll(async () => {
  pod = await startPod({ certificates: stage.certificates, upstream: stage.upstream.port });
});
test.afterAll(() => pod.stop());

const get = (path: string, more: { method?: string; headers?: Record<string, string>; body?: string } = {}) =>
  ask(pod.url, stage.certificates.authority, { path, ...more });

test("pages, files and APIs answer as on a server, with every header", async () => {
  const rows: [string, string, number][] = [
    ["GET", "/", 200],
    ["GET", "/organizations/group/images/app.js", 200],
    ["GET", "/config.json", 200],
    ["GET", "/missing.js", 404],
    ["GET", `${SWR}/namespaces`, 200],
    ["DELETE", `${SWR}/namespaces/access`, 405],
    ["GET", `${SWR}/overview`, 200],
    ["GET", `${SWR}/projects/local/quotas`, 404],
    ["DELETE", TOKENS, 200],
  ];
  for (const [method, path, status] of rows) {
    const answer = await get(path, { method });
    expect.soft(answer.status, `${method} ${path}`).toBe(status);
    const missing = [...wantedHeaders()].filter(([name, value]) => header(answer, name) !== value);
    expect.soft(missing, `${method} ${path}`).toEqual([]);
  }
});

test("the probes get an answer, and are not written down", async () => {
  expect((await get("/healthz")).status).toBe(204);
  await get("/organizations");
  await expect.poll(() => pod.log()).toContain("/organizations");
  expect(pod.log()).not.toContain("healthz");
});

// config.json was mounted as a single file, which kubelet never brings up to date: a change reached nobody.
test("another config.json is served as soon as it is there", async () => {
  const text = readFileSync(pod.config, "utf8").replace("{", '{ "idle_minutes": 7,');
  writeFileSync(pod.config, text);
  const answer = await get("/config.json");
  expect(answer.body.toString()).toBe(text);
  expect(header(answer, "cache-control")).toBe("no-cache");
});

test("limits and log see the caller's address and not the Ingress'", async () => {
  const from = (address: string) => get(TOKENS, { method: "POST", body: "{}", headers: { "X-Forwarded-For": address } });
  let status = 200;
  for (let tries = 0; tries < 20 && status === 200; tries += 1) {
    status = (await from("192.0.2.1")).status;
  }
  expect(status).toBe(429);
  expect((await from("192.0.2.2")).status).toBe(200);
  await expect.poll(() => pod.log()).toMatch(/^192\.0\.2\.2 .*POST \/eu-de\/iam\/v3\/auth\/tokens.* an-id$/m);
});

test("what the pod mounts is what the commands of docs/hosting.md make, and what its nginx includes", () => {
  const manifest = readFileSync(`${root}deploy/kubernetes/console.yaml`, "utf8");
  const manual = readFileSync(`${root}docs/hosting.md`, "utf8");
  const names = [...manifest.matchAll(/configMap: \{ name: ([\w-]+) \}/g)].map(([, name]) => name ?? "");
  expect(names).toHaveLength(3);
  for (const name of names) {
    expect(manual, name).toContain(`kubectl create configmap ${name}`);
  }
  expect(manual).toMatch(/kubectl create secret tls swr-console-tls/);
  const site = readFileSync(`${root}deploy/kubernetes/site.conf`, "utf8");
  const files = [...readdirSync(`${root}deploy/nginx/swr-console`), "headers.conf"];
  const included = [...site.matchAll(/^\s*include swr-console\/(\S+);/gm)].map(([, file]) => file ?? "");
  expect(included.length).toBeGreaterThan(3);
  expect(included.filter((file) => !files.includes(file))).toEqual([]);
  for (const folder of ["/srv/swr-console", "/etc/swr-console-config"]) {
    expect(site).toContain(`root ${folder};`);
    expect(manifest).toContain(`mountPath: ${folder},`);
  }
  expect(existsSync(`${root}deploy/kubernetes/site.conf`)).toBe(true);
});
