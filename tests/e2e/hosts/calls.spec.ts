// What the proxies pass on to SWR and IAM: every documented call, with every method, for organizations and images whose
// names look like parts of a path. An organization called `access` was deleted through one of the two servers.
import { expect, test } from "@playwright/test";
import { startCaddy, startCaddySubPath } from "./support/caddy.ts";
import { ask, header } from "./support/client.ts";
import { startNginx, startNginxSubPath } from "./support/hosts.ts";
import { forEachHost, setStage } from "./support/stage.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What the console asks for. Everything else ends at the proxy. */
const ALLOWED: Record<string, string> = {
  "/v2/manage/namespaces": "GET",
  "/v2/manage/namespaces/*": "GET",
  "/v2/manage/namespaces/*/access": "GET, POST, PATCH, DELETE",
  "/v2/manage/namespaces/*/repos/*": "GET, PATCH",
  "/v2/manage/namespaces/*/repos/*/access": "GET, POST, PATCH, DELETE",
  "/v2/manage/namespaces/*/repositories/*/access-domains": "GET, POST",
  "/v2/manage/namespaces/*/repositories/*/access-domains/*": "GET, PATCH, DELETE",
  "/v2/manage/repos": "GET",
  "/v2/manage/shared-repositories": "GET",
  "/v2/manage/overview": "GET",
  "/v3/auth/tokens": "GET, POST, DELETE",
  "/v3/users": "GET",
};

/** Calls that the APIs have, and the console does not use. */
const OTHERS = [
  "/v2/manage/namespaces/*/repos",
  "/v2/manage/namespaces/*/repos/*/tags",
  "/v2/manage/namespaces/*/repos/*/tags/*",
  "/v2/manage/namespaces/*/repos/*/access-domains",
  "/v2/manage/namespaces/*/repos/*/access-domains/*",
  "/v2/manage/namespaces/*/repositories/*",
  "/v2/manage/namespaces/*/repositories/*/access-domains/*/*",
  "/v2/manage/namespaces/*/repos/*/triggers",
  "/v2/manage/namespaces/*/repos/*/retentions/*",
  "/v2/manage/shared-repositories/*",
  "/v2/manage/projects/*/quotas",
  "/v3/users/*",
  "/v3/projects",
  "/v3/auth/projects",
  "/v3.0/OS-USER/users/*",
  "/v3.0/OS-CREDENTIAL/credentials",
];

/** Names that the services allow, or that somebody could try. */
const NAMES = ["group", "access", "repos", "namespaces", "v2", "tokens", "users", "a.b-c_d", "team$web$app"];

/** Names that servers do not agree about. */
const ODD_NAMES = ["..;", ".hidden", "a;b", "a%2Fb", "a%2faccess", "a%5Cb", "a%3Bb", "a%25b", "%252e%252e", "%2F", "a%252Fb"];

const stage = setStage();
const ROOT: [string, string] = ["/eu-de/swr", "/eu-de/iam"];
const SUB_PATH: [string, string] = ["/console/cn-north-4/swr", "/console/cn-north-4/iam"];
const SAMPLES = { nginx: ROOT, Caddy: ROOT, "nginx under a path": SUB_PATH, "Caddy under a path": SUB_PATH };
const starts = {
  nginx: startNginx,
  Caddy: startCaddy,
  "nginx under a path": startNginxSubPath,
  "Caddy under a path": startCaddySubPath,
};

forEachHost(stage, starts, (host, sample) => {
  const [swr, iam] = SAMPLES[sample as keyof typeof SAMPLES];
  const request = (path: string, method: string) => ask(host().url, stage.certificates.authority, { path, method });

  for (const template of [...Object.keys(ALLOWED), ...OTHERS]) {
    test(`every method on ${template}`, async () => {
      const prefix = template.startsWith("/v2/") ? swr : iam;
      for (const name of template.includes("*") ? [...NAMES, ...ODD_NAMES] : [""]) {
        const path = template.replaceAll("*", name);
        const methods = ODD_NAMES.includes(name) ? undefined : ALLOWED[template];
        for (const method of METHODS) {
          stage.upstream.arrived.length = 0;
          const answer = await request(prefix + path, method);
          const arrived = stage.upstream.arrived.map(({ target }) => target);
          const what = `${method} ${path}: ${answer.status}`;
          const isAllowed = methods?.split(", ").includes(method) === true;
          expect(arrived, what).toEqual(isAllowed ? [path] : []);
          expect(isAllowed ? [200] : [400, 404, 405], what).toContain(answer.status);
          if (answer.status === 405) {
            expect(header(answer, "allow"), what).toBe(methods);
          }
        }
      }
    });
  }

  test("a call of one API is not passed on to the other", async () => {
    stage.upstream.arrived.length = 0;
    for (const path of [`${swr}/v3/auth/tokens`, `${swr}/v3/users`, `${iam}/v2/manage/namespaces`]) {
      for (const method of ["GET", "POST"]) {
        expect([404, 405], `${method} ${path}`).toContain((await request(path, method)).status);
      }
    }
    expect(stage.upstream.arrived).toEqual([]);
  });
});
