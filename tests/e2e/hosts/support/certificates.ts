// A certificate authority for one run, and one certificate for every name that the samples mention.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Files in PEM. */
export interface Certificates {
  authority: string;
  certificate: string;
  key: string;
  remove(): void;
}

/** Makes an authority that vouches for the names. */
export function certify(names: readonly string[]): Certificates {
  const folder = mkdtempSync(join(tmpdir(), "swr-certificates-"));
  const openssl = (line: string, ...more: string[]) =>
    execFileSync("openssl", [...line.split(" "), ...more], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30";
  openssl(`req -x509 ${key} -subj /CN=authority -keyout authority.key -out authority.pem`);
  openssl(
    `req -x509 ${key} -subj /CN=server -keyout server.key -out server.pem -CA authority.pem -CAkey authority.key`,
    "-addext",
    "basicConstraints=critical,CA:FALSE",
    "-addext",
    `subjectAltName=${names.map((name) => `DNS:${name}`).join(",")}`,
  );
  return {
    authority: join(folder, "authority.pem"),
    certificate: join(folder, "server.pem"),
    key: join(folder, "server.key"),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
