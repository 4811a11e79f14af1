// Requests as they are, without what `fetch` would do about paths, redirects and methods.
import http from "node:http";
import https from "node:https";

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000;

/** Asks for a path below an address. The answer has its status, its headers with all their values, and its body as text. */
export function ask(origin, path, { method = "GET", headers = {}, body, tls = {} } = {}) {
  const { protocol, hostname, port } = new URL(origin);
  const { request } = protocol === "https:" ? https : http;
  const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
  const options = { hostname, port, path, method, headers: { ...length, ...headers }, agent: false, maxHeaderSize: 100_000, ...tls };
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      const parts = [];
      const certificate = response.socket.getPeerCertificate?.();
      response.on("data", (part) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const all = new Map();
        for (let index = 0; index < response.rawHeaders.length; index += 2) {
          const name = response.rawHeaders[index].toLowerCase();
          all.set(name, [...(all.get(name) ?? []), response.rawHeaders[index + 1]]);
        }
        resolve({ status: response.statusCode, headers: all, bytes: Buffer.concat(parts), certificate });
      });
    });
    sent.setTimeout(PATIENCE, () => sent.destroy(new Error(`no answer within ${PATIENCE / 1000} s`)));
    sent.on("error", reject);
    sent.end(body);
  });
}

/** One header's value; empty if it is not there. */
export const header = (answer, name) => (answer.headers.get(name) ?? []).join(" | ");
