// The samples for a path of a host that is there already: the console is under its path, and nowhere else, and the rest of
// the host is as it was.
import { expect, test } from "@playwright/test";
import { startCaddySubPath } from "./support/caddy.ts";
import { ask, header } from "./support/client.ts";
import { wantedHeaders } from "./support/headers.ts";
import { startNginxSubPath } from "./support/hosts.ts";
import { forEachHost, setStage } from "./support/stage.ts";

const stage = setStage();

forEachHost(stage, { nginx: startNginxSubPath, Caddy: startCaddySubPath }, (host, name) => {
  const get = (path: string, method = "GET") => ask(host().url, stage.certificates.authority, { path, method });

  test("the console is under its path", async () => {
    const rows: [string, number, string | undefined][] = [
      ["/console/", 200, "no-cache"],
      ["/console/organizations/group/images/app.js", 200, "no-cache"],
      ["/console/config.json", 200, "no-cache"],
      ["/console/nonsense", 404, "no-cache"],
      ["/console/missing.js", 404, "no-store"],
      ["/console/cn-north-4/swr/v2/manage/namespaces", 200, "no-store"],
      ["/console/cn-north-4/iam/v3/users", 200, "no-store"],
      ["/console/cn-north-4/iam/v3/projects", 404, "no-store"],
    ];
    for (const [path, status, caching] of rows) {
      const answer = await get(path);
      expect.soft(answer.status, path).toBe(status);
      expect.soft(header(answer, "cache-control"), path).toBe(caching);
      const missing = [...wantedHeaders()].filter(([name, value]) => header(answer, name) !== value);
      expect.soft(missing, path).toEqual([]);
    }
    expect(stage.upstream.arrived.map(({ target }) => target)).toContain("/v2/manage/namespaces");
    const slash = await get("/console");
    expect([301, 308]).toContain(slash.status);
    expect(header(slash, "location")).toBe("/console/");
    expect((await get("/console/cn-north-4/iam/v3/users", "DELETE")).status).toBe(405);
  });

  // The sample switched `merge_slashes` off for the whole host: `//admin/` fell through another application's `deny`.
  test("what other applications of the host refuse and allow is as it was", async () => {
    for (const path of ["/admin/", "//admin/", "/admin//users"]) {
      expect.soft((await get(path)).status, path).toBe(403);
    }
    // Caddy's neighbour answers without reading so much, and has no limit that ours could change.
    const upload = { path: "/upload", method: "POST", body: "x".repeat(name === "nginx" ? 3_000_000 : 3) };
    expect((await ask(host().url, stage.certificates.authority, upload)).status).toBe(200);
  });

  test("the rest of the host is as it was", async () => {
    for (const path of ["/", "/organizations", "/config.json", "/v3/users"]) {
      const answer = await get(path);
      expect.soft(answer.body.toString(), path).toBe("another page");
      expect.soft(header(answer, "content-security-policy"), path).toBeUndefined();
    }
  });
});
