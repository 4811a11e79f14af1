// What a browser gets where an API says 408. Chromium sends a request again by itself, a write too, if the answer is 408 and
// the connection had served another request before.
import { expect, test } from "@playwright/test";
import { startCaddy, startCaddySubPath } from "./support/caddy.ts";
import { ask, header } from "./support/client.ts";
import { startNginx } from "./support/hosts.ts";
import { forEachHost, setStage } from "./support/stage.ts";

const LATE = "/v2/manage/namespaces/late/access";

const stage = setStage();

forEachHost(stage, { Caddy: startCaddy, "Caddy under a path": startCaddySubPath }, (host, name) => {
  const prefix = name === "Caddy" ? "/eu-de/swr" : "/console/cn-north-4/swr";

  for (const method of ["GET", "POST", "PATCH", "DELETE"]) {
    test(`a ${method} that comes too late is 504 with the API's own body`, async () => {
      stage.upstream.arrived.length = 0;
      const answer = await ask(host().url, stage.certificates.authority, { path: prefix + LATE, method });
      expect(answer.status).toBe(504);
      expect(header(answer, "x-request-id")).toBe("an-id");
      expect(answer.body.toString()).toContain("filler");
      expect(stage.upstream.arrived).toHaveLength(1);
    });
  }

  test("other answers keep their status", async () => {
    const path = `${prefix}/v2/manage/namespaces/g/access`;
    expect((await ask(host().url, stage.certificates.authority, { path })).status).toBe(200);
  });
});

// A page for 408 makes nginx end the connection without an answer, and that a browser repeats too.
forEachHost(stage, { nginx: startNginx }, (host) => {
  test("a 408 is handed on as it is, once", async () => {
    stage.upstream.arrived.length = 0;
    const answer = await ask(host().url, stage.certificates.authority, { path: `/eu-de/swr${LATE}`, method: "DELETE" });
    expect(answer.status).toBe(408);
    expect(stage.upstream.arrived).toHaveLength(1);
  });
});
