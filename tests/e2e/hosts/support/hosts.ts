// nginx with each of its samples from deploy/, and what Caddy's have in common with them: only ports, files and names of this
// computer are put in the place of a real server's. A sample that no longer has what is to be replaced fails.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dist, root } from "../../support/emulator.ts";
import { Nginx, prepare } from "../../support/nginx.ts";
import { freePort } from "../../support/ports.ts";
import type { Certificates } from "./certificates.ts";

/** Where the samples for a whole host think that the APIs are. */
export const API_HOSTS = ["swr-api.eu-de", "iam.eu-de", "swr-api.eu-nl", "iam.eu-nl"].map(
  (name) => `${name}.otc.t-systems.com`,
);

/** The same for the samples for a path of a host. */
export const SUB_PATH_HOSTS = ["swr-api", "iam"].map((name) => `${name}.cn-north-4.myhuaweicloud.com`);

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
  /** Whether nginx goes without upstreams.conf. */
  fresh?: boolean;
  /** The port of a server of names, for an nginx that asks it again and again. Without one the API's address is written down. */
  names?: number | undefined;
}

/** The text with each of the replacements done wherever it fits. */
export function replaced(text: string, replacements: [string, string][]): string {
  return replacements.reduce((text, [old, now]) => {
    if (!text.includes(old)) {
      throw new Error(`the sample does not say ${old}`);
    }
    return text.replaceAll(old, now);
  }, text);
}

/** A sample's upstreams for an API on this computer; without names that are asked for, as an nginx before 1.27.3 has them. */
function upstreams(sample: string, upstream: number, names?: number): string {
  const resolver = /^ +resolver .*\n/gm;
  const server = /server +(\S+):443 resolve /g;
  if (!resolver.test(sample) || !server.test(sample)) {
    throw new Error("the sample has no upstream whose name is asked for again");
  }
  return names === undefined
    ? sample.replaceAll(resolver, "").replaceAll(server, `server 127.0.0.1:${upstream} `)
    : sample.replaceAll(resolver, `resolver 127.0.0.1:${names} valid=1s;\n`).replaceAll(server, `server $1:${upstream} resolve `);
}

/** nginx with deploy/nginx/console.conf, and upstreams.conf beside it. */
export async function startNginx(means: Means): Promise<Host> {
  const { certificates, upstream, closed = false, console = dist, fresh = false, names } = means;
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
    const kept = fresh ? "" : upstreams(readFileSync(`${root}deploy/nginx/upstreams.conf`, "utf8"), upstream, names);
    writeFileSync(join(folder, "upstreams.conf"), kept);
    const inside = "include upstreams.conf; include console.conf;";
    writeFileSync(join(folder, "nginx.conf"), around(fresh ? API_HOSTS : [], upstream, inside));
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
        listen 127.0.0.1:${port} ssl http2;
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
    const site = upstreams(readFileSync(`${root}deploy/kubernetes/site.conf`, "utf8"), upstream);
    const sample = replaced(site, [
      ["listen 8080 ", `listen 127.0.0.1:${port} `],
      ["set_real_ip_from 10.0.0.0/8;", "set_real_ip_from 127.0.0.1;"],
      ["/etc/ssl/certs/ca-certificates.crt", certificates.authority],
      ["/dev/stdout", "access.log"],
      ["/dev/stderr", "error.log"],
      ["root /srv/swr-console;", "root console;"],
      ["root /etc/swr-console-config;", "root config;"],
    ]);
    writeFileSync(join(folder, "site.conf"), sample);
    writeFileSync(join(folder, "nginx.conf"), around([], upstream, "include site.conf;"));
    return `http://localhost:${port}`;
  });
  const log = () => readFileSync(join(nginx.folder, "access.log"), "utf8");
  return { url: nginx.url, plain: "", log, stop: () => nginx.stop(), config };
}

/** What is around a site in nginx's own configuration. Names that the site has no upstream for are found here and not in a resolver. */
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
