// Requests as they are, without what `fetch` would do about paths, redirects, encodings and methods.
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";

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
