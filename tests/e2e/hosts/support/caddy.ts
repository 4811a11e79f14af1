// Caddy with each of its samples from deploy/.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dist, root } from "../../support/emulator.ts";
import { freePort } from "../../support/ports.ts";
import type { Certificates } from "./certificates.ts";
import { API_HOSTS, type Host, type Means, replaced, SUB_PATH_HOSTS } from "./hosts.ts";

/** Caddy's program. */
const caddy = process.env["SWR_CADDY"] ?? "caddy";

/** Caddy with deploy/caddy/Caddyfile. */
export function startCaddy({ certificates, upstream, closed = false, console = dist }: Means): Promise<Host> {
  return runCaddy(certificates, (folder, ports) => {
    if (closed) {
      const snippets = join(folder, "swr-console.caddy");
      const only: [string, string] = ["# import swr_console_only 10.0.0.0/8", "import swr_console_only 10.0.0.0/8"];
      writeFileSync(snippets, replaced(readFileSync(snippets, "utf8"), [only]));
    }
    return replaced(readFileSync(`${root}deploy/caddy/Caddyfile`, "utf8"), [
      ["\tadmin off\n", `\tadmin off\n${ports}`],
      ["console.example.com {\n", `localhost {\n\ttls ${certificates.certificate} ${certificates.key}\n`],
      ["root * /srv/swr-console", `root * ${folder}/console`],
      ...API_HOSTS.map((name): [string, string] => [`https://${name}`, `https://localhost:${upstream}`]),
    ]);
  }, console);
}

/** Caddy with deploy/caddy/sub-path.caddy, in a site that has a page of its own. */
export function startCaddySubPath({ certificates, upstream }: Means): Promise<Host> {
  return runCaddy(certificates, (folder, ports) => {
    const sample = replaced(readFileSync(`${root}deploy/caddy/sub-path.caddy`, "utf8"), [
      ["root * /srv/www", `root * ${folder}`],
      ...SUB_PATH_HOSTS.map((name): [string, string] => [`https://${name}`, `https://localhost:${upstream}`]),
    ]);
    writeFileSync(join(folder, "sub-path.caddy"), sample);
    return `
import swr-console.caddy
import headers.caddy
{
\tadmin off
${ports}
}
localhost {
\ttls ${certificates.certificate} ${certificates.key}
\timport sub-path.caddy
\thandle /admin/* {
\t\terror 403
\t}
\thandle {
\t\trespond "another page"
\t}
}
`;
  });
}

/** Runs Caddy with the configuration that is made for its folder, once Caddy itself has found it valid. */
async function runCaddy(
  certificates: Certificates,
  configuration: (folder: string, ports: string) => string,
  console = dist,
): Promise<Host> {
  const headers = process.env["SWR_CADDY_HEADERS"] ?? `${root}dist-server/headers.caddy`;
  if (!existsSync(headers)) {
    throw new Error(`${headers} is missing: run \`cargo xtask dist\``);
  }
  const folder = mkdtempSync(join(tmpdir(), "swr-caddy-"));
  const [port, plain] = [await freePort(), await freePort()];
  copyFileSync(`${root}deploy/caddy/swr-console.caddy`, join(folder, "swr-console.caddy"));
  copyFileSync(headers, join(folder, "headers.caddy"));
  symlinkSync(console, join(folder, "console"));
  const ports = `\tdefault_bind 127.0.0.1\n\thttp_port ${plain}\n\thttps_port ${port}\n`;
  writeFileSync(join(folder, "Caddyfile"), configuration(folder, ports));
  const options = {
    cwd: folder,
    // Caddy takes the system's authorities, and these are the ones.
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, SSL_CERT_FILE: certificates.authority },
  };
  const file = ["--adapter", "caddyfile", "--config", "Caddyfile"];
  execFileSync(caddy, ["validate", ...file], { ...options, stdio: ["ignore", "ignore", "pipe"] });
  const child = spawn(caddy, ["run", ...file], { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes: Buffer) => (said += bytes.toString()));
  }
  while (!(await listens(port))) {
    if (child.exitCode !== null) {
      throw new Error(`Caddy did not start:\n${said}`);
    }
  }
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true });
  };
  return { url: `https://localhost:${port}`, plain: `http://localhost:${plain}`, log: () => said, stop };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    await exit;
  }
}

/** Whether someone listens; looked at some tens of times a second. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => setTimeout(resolve, 30, false));
  });
}
