// The two web servers, each with its sample from deploy/: only ports, files and names of this computer are put in the place
// of a real server's. A sample that no longer has what is to be replaced fails.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dist, root } from "../../support/emulator.ts";
import { Nginx, prepare } from "../../support/nginx.ts";
import { freePort } from "../../support/ports.ts";
import type { Certificates } from "./certificates.ts";

/** Where the samples for a whole host think that the APIs are. */
const API_HOSTS = ["swr-api.eu-de", "iam.eu-de", "swr-api.eu-nl", "iam.eu-nl"].map(
  (name) => `${name}.otc.t-systems.com`,
);

/** The same for the samples for a path of a host. */
const SUB_PATH_HOSTS = ["swr-api", "iam"].map((name) => `${name}.cn-north-4.myhuaweicloud.com`);

/** Every name that a certificate has to be good for. */
export const NAMES = ["localhost", ...API_HOSTS, ...SUB_PATH_HOSTS];

/** A running web server. */
export interface Host {
  /** Where the console is, over TLS, without a slash at the end. */
  url: string;
  /** The same over plain HTTP, which leads to TLS. */
  plain: string;
  /** Everything that it has written down. */
  log(): string;
  stop(): Promise<void>;
}

/** What a host is started with. */
export interface Means {
  certificates: Certificates;
  upstream: number;
  /** Whether the line is switched on that lets in one network only, which is not this computer's. */
  closed?: boolean;
  /** The console's folder, if it is not the built one. */
  console?: string;
}

/** The text with each of the replacements done wherever it fits. */
function replaced(text: string, replacements: [string, string][]): string {
  return replacements.reduce((text, [old, now]) => {
    if (!text.includes(old)) {
      throw new Error(`the sample does not say ${old}`);
    }
    return text.replaceAll(old, now);
  }, text);
}

/** nginx with deploy/nginx/console.conf. */
export async function startNginx({ certificates, upstream, closed = false, console = dist }: Means): Promise<Host> {
  const plain = await freePort();
  const nginx = await Nginx.startWith(async (folder, port) => {
    await prepare(folder, console);
    if (closed) {
      const api = join(folder, "swr-console/api.conf");
      const text = replaced(readFileSync(api, "utf8"), [["# allow 10.0.0.0/8;", "allow 10.0.0.0/8;"]]);
      rmSync(api);
      writeFileSync(api, text);
    }
    const sample = replaced(readFileSync(`${root}deploy/nginx/console.conf`, "utf8"), [
      ["listen 443 ", `listen 127.0.0.1:${port} `],
      ["    listen [::]:443 ssl http2 default_server;\n", ""],
      ["    listen [::]:443 ssl http2;\n", ""],
      ["listen 80 ", `listen 127.0.0.1:${plain} `],
      ["    listen [::]:80 default_server;\n", ""],
      ["server_name console.example.com;", "server_name localhost;"],
      ["return 308 https://console.example.com$", `return 308 https://localhost:${port}$`],
      ["/etc/ssl/console.example.com/fullchain.pem", certificates.certificate],
      ["/etc/ssl/console.example.com/privkey.pem", certificates.key],
      ["/etc/ssl/certs/ca-certificates.crt", certificates.authority],
      ["/var/log/nginx/console.log", "access.log"],
      ["/var/log/nginx/console-error.log", "error.log"],
      ["root /srv/swr-console;", "root console;"],
    ]);
    writeFileSync(join(folder, "console.conf"), sample);
    writeFileSync(join(folder, "nginx.conf"), around(API_HOSTS, upstream, "include console.conf;"));
    return `https://localhost:${port}`;
  });
  const log = () => ["access.log", "error.log"].map((name) => readFileSync(join(nginx.folder, name), "utf8")).join("\n");
  return { url: nginx.url, plain: `http://localhost:${plain}`, log, stop: () => nginx.stop() };
}

/** nginx with deploy/nginx/sub-path.conf, in a server that has a page of its own. */
export async function startNginxSubPath({ certificates, upstream }: Means): Promise<Host> {
  const nginx = await Nginx.startWith(async (folder, port) => {
    await prepare(folder);
    const sample = replaced(readFileSync(`${root}deploy/nginx/sub-path.conf`, "utf8"), [
      ["/etc/ssl/certs/ca-certificates.crt", certificates.authority],
      ["access_log /var/log/nginx/console.log swr_console;", "access_log access.log swr_console;"],
      ["root /srv/www;", `root ${folder};`],
    ]);
    writeFileSync(join(folder, "sub-path.conf"), sample);
    const server = `
      include swr-console/http.conf;
      server {
        listen 127.0.0.1:${port} ssl;
        ssl_certificate ${certificates.certificate};
        ssl_certificate_key ${certificates.key};
        client_max_body_size 10m;
        location / { return 200 "another page"; }
        location /admin/ { deny all; }
        include sub-path.conf;
      }`;
    writeFileSync(join(folder, "nginx.conf"), around(SUB_PATH_HOSTS, upstream, server));
    return `https://localhost:${port}`;
  });
  const log = () => readFileSync(join(nginx.folder, "access.log"), "utf8");
  return { url: nginx.url, plain: "", log, stop: () => nginx.stop() };
}

/** A pod's nginx, with deploy/kubernetes/site.conf. TLS ends before it. */
export async function startPod({ certificates, upstream }: Means): Promise<Host & { config: string }> {
  let config = "";
  const nginx = await Nginx.startWith(async (folder, port) => {
    await prepare(folder);
    config = join(folder, "config", "config.json");
    mkdirSync(join(folder, "config"));
    copyFileSync(`${dist}/config.json`, config);
    const sample = replaced(readFileSync(`${root}deploy/kubernetes/site.conf`, "utf8"), [
      ["listen 8080 ", `listen 127.0.0.1:${port} `],
      ["set_real_ip_from 10.0.0.0/8;", "set_real_ip_from 127.0.0.1;"],
      ["/etc/ssl/certs/ca-certificates.crt", certificates.authority],
      ["/dev/stdout", "access.log"],
      ["/dev/stderr", "error.log"],
      ["root /srv/swr-console;", "root console;"],
      ["root /etc/swr-console-config;", "root config;"],
    ]);
    writeFileSync(join(folder, "site.conf"), sample);
    writeFileSync(join(folder, "nginx.conf"), around(API_HOSTS, upstream, "include site.conf;"));
    return `http://localhost:${port}`;
  });
  const log = () => readFileSync(join(nginx.folder, "access.log"), "utf8");
  return { url: nginx.url, plain: "", log, stop: () => nginx.stop(), config };
}

/** What is around a site in nginx's own configuration. The names are found here and not in a resolver. */
function around(names: readonly string[], upstream: number, inside: string): string {
  return `
    include modules.conf;
    daemon off;
    master_process off;
    pid nginx.pid;
    error_log stderr notice;
    events {}
    http {
      access_log off;
      client_body_temp_path temporary/body;
      proxy_temp_path temporary/proxy;
      fastcgi_temp_path temporary/fastcgi;
      uwsgi_temp_path temporary/uwsgi;
      scgi_temp_path temporary/scgi;
      ${names.map((name) => `upstream ${name} { server 127.0.0.1:${upstream}; }`).join("\n")}
      ${inside}
    }`;
}

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
