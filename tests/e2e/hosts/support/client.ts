// Requests as they are, without what `fetch` would do about paths, redirects, encodings and methods.
import { readFileSync } from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import type { LookupFunction } from "node:net";

/** What is asked. */
export interface Question {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What came back. */
export interface Answer {
  status: number;
  /** Every header with all its values, names in small letters. */
  headers: Map<string, string[]>;
  body: Buffer;
}

/** One header's value; `undefined` if it is not there. */
export function header(answer: Answer, name: string): string | undefined {
  return answer.headers.get(name.toLowerCase())?.join(" | ");
}

/** Asks a server that is believed by `authority`; over plain HTTP where the address says so. */
export function ask(url: string, authority: string, question: Question): Promise<Answer> {
  const { hostname, port, protocol } = new URL(url);
  const options = {
    hostname: "127.0.0.1",
    port,
    path: question.path,
    method: question.method ?? "GET",
    headers: {
      Host: `${hostname}:${port}`,
      ...(question.body === undefined ? {} : { "Content-Length": `${Buffer.byteLength(question.body)}` }),
      ...question.headers,
    },
    maxHeaderSize: 100_000,
    agent: false as const,
  };
  return new Promise((resolve, reject) => {
    const take = (response: http.IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const headers = new Map<string, string[]>();
        for (let index = 0; index < response.rawHeaders.length; index += 2) {
          const name = (response.rawHeaders[index] ?? "").toLowerCase();
          headers.set(name, [...(headers.get(name) ?? []), response.rawHeaders[index + 1] ?? ""]);
        }
        resolve({ status: response.statusCode ?? 0, headers, body: Buffer.concat(parts) });
      });
    };
    const request =
      protocol === "https:"
        ? https.request({ ...options, servername: hostname, ca: readFileSync(authority) }, take)
        : http.request(options, take);
    request.on("error", reject);
    request.end(question.body);
  });
}

/** Asks over HTTP/2, as browsers do, and returns the status and the headers. */
export async function askByHttp2(url: string, authority: string, question: Question): Promise<http2.IncomingHttpHeaders> {
  const { hostname, port } = new URL(url);
  const session = http2.connect(`https://${hostname}:${port}`, { ca: readFileSync(authority), lookup: toThisComputer });
  try {
    return await new Promise((resolve, reject) => {
      session.on("error", reject);
      const stream = session.request({ ":path": question.path, ":method": question.method ?? "GET", ...question.headers });
      stream.on("error", reject);
      stream.on("response", resolve);
      stream.end(question.body);
    });
  } finally {
    session.destroy();
  }
}

/** Every name is this computer, whatever the system's own lists say of `localhost`. */
export const toThisComputer: LookupFunction = (_name, options, done) => {
  if (options.all === true) {
    done(null, [{ address: "127.0.0.1", family: 4 }]);
  } else {
    done(null, "127.0.0.1", 4);
  }
};
