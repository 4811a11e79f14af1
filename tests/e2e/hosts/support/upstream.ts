// The APIs as a web server sees them, at their worst: over TLS, with headers that a console's browser must never get, and
// with a new token that is 16 kB long. What comes in is taken down.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { createServer, type Server } from "node:https";
import { listen } from "../../support/ports.ts";
import type { Certificates } from "./certificates.ts";

/** A request as it arrived. */
export interface Arrived {
  method: string;
  /** Path and query, as they came. */
  target: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** As long as tokens get. */
export const LONG_TOKEN = "T".repeat(16_000);

/** What an API may say and the browser must not hear. */
const NOISE: Record<string, string | string[]> = {
  "Set-Cookie": ["HWWAFSESID=1; path=/", "HWWAFSESTIME=2; path=/"],
  "Content-Security-Policy": "default-src *",
  "Strict-Transport-Security": "max-age=0",
  "X-Frame-Options": "ALLOWALL",
  "X-Content-Type-Options": "sniff",
  "X-XSS-Protection": "1; mode=block",
  "Referrer-Policy": "unsafe-url",
  "Permissions-Policy": "camera=*",
  "Cross-Origin-Opener-Policy": "unsafe-none",
  "Cross-Origin-Embedder-Policy": "unsafe-none",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Credentials": "true",
  "Cache-Control": "public, max-age=3600",
  Expires: "Thu, 31 Dec 2099 00:00:00 GMT",
  Pragma: "cache",
  "Clear-Site-Data": '"*"',
  "Alt-Svc": 'h3=":443"',
  Link: "<https://evil.example/x.css>; rel=preload",
  Refresh: "0; url=https://evil.example/",
  "X-Powered-By": "evil",
  NEL: '{"report_to":"x","max_age":9}',
  "Report-To": '{"group":"x","endpoints":[{"url":"https://evil.example/"}]}',
  "Reporting-Endpoints": 'x="https://evil.example/"',
  "Cross-Origin-Opener-Policy-Report-Only": "same-origin",
  "Cross-Origin-Embedder-Policy-Report-Only": "require-corp",
  "Service-Worker-Allowed": "/",
  SourceMap: "https://evil.example/x.map",
  "Timing-Allow-Origin": "*",
  "WWW-Authenticate": "Basic",
  "X-Accel-Redirect": "/config.json",
  Via: "1.1 gateway",
  Server: "api-gateway/1.2.3",
};

/** A running upstream. */
export class Upstream {
  readonly port: number;
  readonly arrived: Arrived[] = [];
  /** How many connections have been made to it. */
  connections = 0;
  readonly #server: Server;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
  }

  /** Starts it, on a port of its own unless one is given. */
  static async start({ certificate, key }: Certificates, port = 0, address = "127.0.0.1"): Promise<Upstream> {
    const options = { cert: readFileSync(certificate), key: readFileSync(key), maxHeaderSize: 100_000 };
    const server = createServer(options);
    const upstream = new Upstream(server, await listen(server, port, address));
    server.on("secureConnection", () => (upstream.connections += 1));
    server.on("request", (request, response) => {
      let body = "";
      request.on("data", (bytes: Buffer) => (body += bytes.toString()));
      request.on("end", () => {
        const { method = "", url: target = "", headers } = request;
        upstream.arrived.push({ method, target, headers, body });
        const status = target.includes("/redirect/") ? 302 : target.includes("/late/") ? 408 : 200;
        response.writeHead(status, {
          ...NOISE,
          ...(target.includes("/redirect/") ? { Location: "https://evil.example/" } : {}),
          "Content-Type": "application/json",
          "X-Subject-Token": LONG_TOKEN,
          "X-Request-Id": "an-id",
          "Content-Range": "0-1/1",
          "Retry-After": "7",
        });
        response.end(JSON.stringify({ filler: "x".repeat(2_000) }));
      });
    });
    return upstream;
  }

  /** Ends the connections that are not in use, as an API does by itself after some time. */
  endIdleConnections(): void {
    this.#server.closeIdleConnections();
  }

  /** Ends it, as an API that is down. */
  async stop(): Promise<void> {
    if (this.#server.listening) {
      const closed = once(this.#server, "close");
      this.#server.close();
      this.#server.closeAllConnections();
      await closed;
    }
  }
}
