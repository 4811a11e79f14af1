// How many connections it takes. A proxy that opened one to the API for each request paid a TLS handshake for each of 2,000
// images; one that ended a browser's connection after 1,000 requests made what was under way fail.
import { expect, test } from "@playwright/test";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { root } from "../support/emulator.ts";
import { program } from "../support/nginx.ts";
import { startCaddy } from "./support/caddy.ts";
import { ask } from "./support/client.ts";
import { startNginx, startNginxSubPath, startPod } from "./support/hosts.ts";
import { Names } from "./support/names.ts";
import { askOften, askOftenPlainly } from "./support/often.ts";
import { forEachHost, setStage } from "./support/stage.ts";
import { Upstream } from "./support/upstream.ts";

const ACCESS = "/eu-de/swr/v2/manage/namespaces/g/repos/a$b/access";

/** How many connections 300 requests take at most, eight at a time. Caddy opens one as soon as none is free, also where one becomes
 *  free before that is done: on a machine that is busy, several dozens. */
const MOST = { nginx: 8, Caddy: 150 };

const stage = setStage();

/** How many connections to the API something takes. */
async function connectionsFor(action: () => Promise<unknown>): Promise<number> {
  const before = stage.upstream.connections;
  await action();
  return stage.upstream.connections - before;
}

forEachHost(stage, { nginx: startNginx, Caddy: startCaddy }, (host, name, start) => {
  const often = (times: number) => askOften(host().url, stage.certificates.authority, ACCESS, times);

  test("300 requests take few connections to the API", async () => {
    const connections = await connectionsFor(async () => expect((await often(300)).statuses).toEqual({ 200: 300 }));
    expect(connections).toBeGreaterThan(0);
    expect(connections).toBeLessThanOrEqual(MOST[name as keyof typeof MOST]);
  });

  test("one connection of a browser serves 2,500 requests", async () => {
    expect((await often(2_500)).statuses).toEqual({ 200: 2_500 });
  });

  test("a write does not meet a connection that the API has ended", async () => {
    await often(20);
    stage.upstream.endIdleConnections();
    // The end has to arrive first. In between, any proxy can meet it.
    await new Promise((resolve) => setTimeout(resolve, 200));
    stage.upstream.arrived.length = 0;
    const revocation = { path: ACCESS, method: "DELETE", body: '["an-id"]' };
    expect((await ask(host().url, stage.certificates.authority, revocation)).status).toBe(200);
    expect(stage.upstream.arrived, "once").toHaveLength(1);
  });

  test("an API that was down is asked again as soon as it is back", async () => {
    const first = await Upstream.start(stage.certificates);
    const own = await start({ certificates: stage.certificates, upstream: first.port });
    try {
      const status = async () => (await ask(own.url, stage.certificates.authority, { path: ACCESS })).status;
      expect(await status()).toBe(200);
      await first.stop();
      expect(await status()).toBe(502);
      const second = await Upstream.start(stage.certificates, first.port);
      expect(await status()).toBe(200);
      await second.stop();
    } finally {
      await own.stop();
    }
  });
});

/** nginx's version, as a number that can be compared. */
function version(): number {
  const said = spawnSync(program ?? "nginx", ["-v"], { encoding: "utf8" }).stderr;
  const parts = (/nginx\/(\d+)\.(\d+)\.(\d+)/.exec(said) ?? []).slice(1).map(Number);
  return parts.reduce((sum, part) => sum * 1_000 + part, 0);
}

test("without upstreams.conf nginx opens a connection for each request", async () => {
  test.skip(version() >= 1_029_007, "it keeps those of every upstream by itself, and names are upstreams here");
  const { certificates, upstream } = stage;
  const fresh = await startNginx({ certificates, upstream: upstream.port, fresh: true });
  try {
    const connections = await connectionsFor(() => askOften(fresh.url, certificates.authority, ACCESS, 300));
    expect(connections).toBe(300);
  } finally {
    await fresh.stop();
  }
});

test("under a path of another host one connection of a browser serves 2,500 requests too", async () => {
  const { certificates, upstream } = stage;
  const nginx = await startNginxSubPath({ certificates, upstream: upstream.port });
  try {
    const path = "/console/cn-north-4/swr/v2/manage/namespaces/g/repos/a$b/access";
    expect((await askOften(nginx.url, certificates.authority, path, 2_500)).statuses).toEqual({ 200: 2_500 });
  } finally {
    await nginx.stop();
  }
});

test("a pod keeps its connections on both sides", async () => {
  const pod = await startPod({ certificates: stage.certificates, upstream: stage.upstream.port });
  try {
    const connections = await connectionsFor(async () => {
      expect(await askOftenPlainly(pod.url, ACCESS, 2_500)).toEqual({ statuses: { 200: 2_500 }, connections: 1 });
    });
    expect(connections).toBeLessThanOrEqual(MOST.nginx);
  } finally {
    await pod.stop();
  }
});

test("every host that a sample passes on to has an upstream of the same name", () => {
  for (const [site, file] of [
    ["nginx/console.conf", "nginx/upstreams.conf"],
    ["kubernetes/site.conf", "kubernetes/site.conf"],
  ] as const) {
    const found = (name: string, pattern: RegExp) =>
      [...readFileSync(`${root}deploy/${name}`, "utf8").matchAll(pattern)].map(([, host]) => host ?? "");
    const hosts = found(site, /^ +set \$swr_console_upstream https:\/\/(\S+);/gm);
    expect(hosts.length).toBeGreaterThan(1);
    expect(found(file, /^upstream (\S+) \{/gm), site).toEqual(hosts);
    expect(found(file, /^ +server +(\S+):443 resolve max_fails=0;/gm), site).toEqual(hosts);
    expect(found(file, /^ +zone +(\S+) 64k;/gm), site).toEqual(hosts.map((host) => host.split(".").slice(0, 2).join(".")));
  }
});

test("nginx 1.27.3 or newer follows the API to another address, and keeps its connections there", async () => {
  test.skip(version() < 1_027_003, "it can't ask for an upstream's address again");
  // Other systems have one address of their own only.
  test.skip(process.platform !== "linux");
  const names = await Names.start();
  const moved = await Upstream.start(stage.certificates, stage.upstream.port, "127.0.0.2");
  const { certificates, upstream } = stage;
  const nginx = await startNginx({ certificates, upstream: upstream.port, names: names.port });
  const often = () => askOften(nginx.url, certificates.authority, ACCESS, 300);
  try {
    await expect.poll(async () => (await ask(nginx.url, certificates.authority, { path: ACCESS })).status).toBe(200);
    expect(await connectionsFor(often)).toBeLessThanOrEqual(MOST.nginx);
    names.address = "127.0.0.2";
    await expect
      .poll(async () => {
        await ask(nginx.url, certificates.authority, { path: ACCESS });
        return moved.connections;
      })
      .toBeGreaterThan(0);
    expect(await connectionsFor(often)).toBe(0);
    expect(moved.connections).toBeLessThanOrEqual(MOST.nginx + 1);
  } finally {
    await nginx.stop();
    await moved.stop();
    names.stop();
  }
});
