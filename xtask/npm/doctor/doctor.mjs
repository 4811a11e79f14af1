// `cargo xtask doctor URL`: the checks of tests/e2e/hosts/, as far as they can be made from outside, against a console that is
// hosted somewhere: node doctor.mjs URL HEADERS, where HEADERS is what every build sends (xtask/src/headers.rs)
import { ask, header } from "./ask.mjs";
import { apis, signIns } from "./apis.mjs";
import { files } from "./files.mjs";
import { Report } from "./report.mjs";

/** How many days before its end a certificate should be renewed. */
const RENEW_DAYS = 14;

const [address, every] = [new URL(process.argv[2]), JSON.parse(process.argv[3])];
const site = { origin: address.origin, base: address.pathname.endsWith("/") ? address.pathname : `${address.pathname}/` };
const report = new Report();

/** Whether the site speaks a version of TLS. The level lets this computer speak the old ones at all. */
function speaks(version) {
  const tls = { minVersion: version, maxVersion: version, ciphers: "DEFAULT@SECLEVEL=0" };
  return ask(site.origin, site.base, { tls }).then(() => true, () => false);
}

async function transport() {
  if (address.protocol !== "https:") {
    report.check("transport", "it is not https", "host the console over TLS: browsers let nobody sign in otherwise");
    return;
  }
  const { certificate } = await ask(site.origin, site.base);
  const days = (Date.parse(certificate.valid_to) - Date.now()) / 86_400_000;
  report.check("certificate", days > RENEW_DAYS ? "" : `it ends in ${Math.floor(days)} days`, "renew it, and have the server read it again");
  for (const version of ["TLSv1", "TLSv1.1"]) {
    report.check("transport", (await speaks(version)) ? `it speaks ${version}` : "", "allow TLS 1.2 and 1.3 alone");
  }
  if (address.port === "") {
    const plain = await ask(`http://${address.hostname}`, site.base).catch(() => undefined);
    const leads = plain === undefined || (plain.status >= 300 && header(plain, "location").startsWith("https://"));
    report.check("transport", leads ? "" : `http:// is answered with ${plain.status}`, "redirect http to https");
  }
}

/** Examines config.json. Returns the regions whose APIs are behind this host. */
function configuration(answer) {
  let config;
  try {
    config = JSON.parse(answer.bytes.toString());
  } catch {
    report.check("config.json", `it can't be read (${answer.status})`, "put a config.json beside index.html");
    return [];
  }
  report.advise("config.json", config.idle_minutes === 0 ? "sessions have no idle limit" : "", "set idle_minutes, for example to 15");
  const regions = Array.isArray(config.regions) ? config.regions : [];
  report.check("config.json", regions.length > 0 ? "" : "it names no region", "see docs/hosting.md");
  for (const { id, swr, registry } of regions) {
    const own = /^https:/.test(swr) ? new URL(swr).hostname : "";
    const domain = (name) => name.split(".").slice(-2).join(".");
    report.advise(`config.json, region ${id}`, own && registry && domain(own) !== domain(registry) ? `${registry} is not in the domain of ${own}` : "", "users copy `docker pull` commands with it: make sure that it is yours");
  }
  // Another host's API is its own affair.
  return regions.filter(({ swr, iam }) => ![swr, iam].some((prefix) => /^https?:/.test(prefix)));
}

try {
  await transport();
  const { wanted, config } = await files(site, every, report);
  const regions = configuration(config);
  for (const region of regions) {
    await apis(site, region, wanted, report);
  }
  if (regions.length > 0) await signIns(site, regions[0], report);
} catch (error) {
  report.check("site", `it can't be examined: ${error.message}`, "is the address right, and its certificate valid? NODE_EXTRA_CA_CERTS names an authority of your own");
}
process.exitCode = report.print() ? 0 : 1;
