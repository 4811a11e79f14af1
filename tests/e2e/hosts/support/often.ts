// Many requests on one connection, as a browser makes them that reads the lists of thousands of images.
import { readFileSync } from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import { toThisComputer } from "./client.ts";

/** The answers to many requests. */
export interface Outcome {
  /** How often each status came. */
  statuses: Record<number, number>;
  /** How many connections they took. */
  connections: number;
}

/** How many requests are under way at a time. */
const UNDER_WAY = 8;

/** Asks for a path so many times over one connection of HTTP/2; fails as soon as the server ends it. */
export async function askOften(url: string, authority: string, path: string, times: number): Promise<Outcome> {
  const { hostname, port } = new URL(url);
  const session = http2.connect(`https://${hostname}:${port}`, { ca: readFileSync(authority), lookup: toThisComputer });
  const statuses: Record<number, number> = {};
  let asked = 0;
  const ended = new Promise<never>((_, reject) => {
    const fail = (why: string) => () => reject(new Error(`${why} after ${asked} requests`));
    session.on("error", reject);
    session.on("goaway", fail("the server ended the connection"));
    session.on("close", fail("the connection closed"));
  });
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const stream = session.request({ ":path": path });
      stream.on("response", (headers) => {
        const status = Number(headers[":status"]);
        statuses[status] = (statuses[status] ?? 0) + 1;
      });
      stream.on("error", reject);
      stream.on("end", resolve);
      stream.resume();
    });
  const lane = async () => {
    while (asked < times) {
      asked += 1;
      await one();
    }
  };
  try {
    await Promise.race([Promise.all(Array.from({ length: UNDER_WAY }, lane)), ended]);
    return { statuses, connections: 1 };
  } finally {
    ended.catch(() => {});
    session.destroy();
  }
}

/** Asks for a path so many times over plain HTTP/1.1, one request after the other. */
export async function askOftenPlainly(url: string, path: string, times: number): Promise<Outcome> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const { port } = new URL(url);
  const statuses: Record<number, number> = {};
  const ports = new Set<number | undefined>();
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const options = { host: "127.0.0.1", port, path, agent, maxHeaderSize: 100_000 };
      const request = http.get(options, (response) => {
        const status = response.statusCode ?? 0;
        statuses[status] = (statuses[status] ?? 0) + 1;
        ports.add(response.socket.localPort);
        response.on("end", resolve);
        response.resume();
      });
      request.on("error", reject);
    });
  for (let asked = 0; asked < times; asked += 1) {
    await one();
  }
  agent.destroy();
  return { statuses, connections: ports.size };
}
