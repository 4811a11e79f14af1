// The APIs behind the console's own host: that what the console asks for comes through, and nothing else. No request here
// carries a token, so whatever a proxy passes on by mistake ends at the API with 401.
import { ask, header } from "./ask.mjs";
import { checkHeaders } from "./files.mjs";

const CALLS = "take the samples of deploy/, or their list of calls (`cargo xtask proxy`)";

/** As long as tokens get, and no token. */
const LONG = "T".repeat(16_000);

/** What the console asks for, with the statuses of an API that gets no token. */
const PASSED = [
  ["swr", "GET", "/v2/manage/namespaces?filter=mode::visible"],
  ["swr", "GET", "/v2/manage/namespaces/group/repos/team$app/access"],
  ["swr", "DELETE", "/v2/manage/namespaces/group/access"],
  ["swr", "PATCH", "/v2/manage/namespaces/group/access"],
  ["swr", "PATCH", "/v2/manage/namespaces/group/repos/team$app"],
  ["swr", "POST", "/v2/manage/namespaces/group/repositories/team$app/access-domains"],
  ["swr", "DELETE", "/v2/manage/namespaces/group/repositories/team$app/access-domains/partner"],
  ["swr", "GET", "/v2/manage/shared-repositories?center=self"],
  ["iam", "GET", "/v3/users"],
  ["iam", "DELETE", "/v3/auth/tokens"],
];

/** What must end at the proxy. */
const REFUSED = [
  ["swr", "DELETE", "/v2/manage/namespaces/group"],
  ["swr", "DELETE", "/v2/manage/namespaces/access"],
  ["swr", "DELETE", "/v2/manage/namespaces/group/repos/access"],
  ["swr", "POST", "/v2/manage/namespaces/group/repos/access"],
  ["swr", "DELETE", "/v2/manage/namespaces/group/repos/a%2Faccess"],
  ["swr", "PUT", "/v2/manage/namespaces/group/access"],
  ["swr", "GET", "/v2/manage/namespaces/..;/access"],
  ["swr", "GET", "/v2/manage/namespaces/group/repos/test/tags"],
  ["swr", "DELETE", "/v2/manage/namespaces/group/repositories/test/access-domains"],
  ["swr", "GET", "/v2/manage/namespaces/group/repos/test/access-domains"],
  ["swr", "GET", "/v2/manage/projects/local/quotas"],
  ["swr", "POST", "/v3/auth/tokens"],
  ["iam", "PUT", "/v3/auth/tokens"],
  ["iam", "DELETE", "/v3/users"],
  ["iam", "GET", "/v3/projects"],
  ["iam", "GET", "/v3/auth/projects"],
];

/** Examines the APIs of one region. */
export async function apis(site, region, wanted, report) {
  const { origin } = site;
  const where = `region ${region.id}`;
  for (const [api, method, path] of PASSED) {
    const answer = await ask(origin, region[api] + path, { method, body: method === "GET" ? undefined : "[]" });
    const what = `${where}, ${method} ${api} ${path}`;
    report.check(what, [200, 400, 401, 403].includes(answer.status) ? "" : `${answer.status} instead of the API's own answer`, "pass it on to the API; see docs/hosting.md");
    checkHeaders(what, answer, wanted, report);
    report.check(what, /no-store/.test(header(answer, "cache-control")) ? "" : "caches may keep the answer", "send Cache-Control: no-store with the answers of the APIs");
  }
  for (const [api, method, path] of REFUSED) {
    const { status } = await ask(origin, region[api] + path, { method, body: method === "GET" ? undefined : "" });
    report.check(`${where}, ${method} ${api} ${path}`, [400, 404, 405].includes(status) ? "" : `${status}: it reaches the API`, CALLS);
  }
  const long = await ask(origin, `${region.iam}/v3/auth/tokens`, { headers: { "X-Auth-Token": LONG, "X-Subject-Token": LONG } });
  report.check(`${where}, two tokens of 16 kB`, [200, 401, 403, 404].includes(long.status) ? "" : `${long.status}`, "allow request headers of 32 kB each and 64 kB together, on every server on the way");
  const large = await ask(origin, `${region.iam}/v3/auth/tokens`, { method: "POST", body: "x".repeat(100_000) }).catch(() => ({ status: 413 }));
  report.check(`${where}, a sign-in of 100 kB`, large.status === 413 ? "" : `${large.status}`, "allow 32 kB for the body of a sign-in");
}

/** Signs in as nobody, again and again. */
export async function signIns(site, region, report) {
  for (let tries = 0; tries < 30; tries += 1) {
    const { status } = await ask(site.origin, `${region.iam}/v3/auth/tokens`, { method: "POST", body: "{}" });
    if (status === 429) return report.advise("sign-ins", "", "");
  }
  return report.advise("sign-ins", "30 in a row were passed on to IAM", "limit how often one address may sign in (nginx's sample does; Caddy needs a plug-in), or who may reach the console at all");
}
