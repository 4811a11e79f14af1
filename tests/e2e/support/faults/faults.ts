// Everything that can go wrong between the console and a service, as one table. What a region makes of it is judged by
// `reading.ts` and `writing.ts`; the regions are in `regions.ts`.
import type { Rule } from "../control.ts";
import { program as nginx } from "../nginx.ts";
import { isFull } from "../size.ts";

/** A fault, wherever it happens. */
export interface Fault {
  name: string;
  /** How the emulator makes it; where is the region's business. */
  rule: Omit<Rule, "path" | "method">;
  /** What a read is answered with on the screen; the good records where there is no failure. */
  said: Said;
  /** Whether trying again is offered. */
  again: boolean;
  /** The milliseconds after which a time limit ends it. */
  limit?: number;
  /** Whether it says by itself that a write was not done. */
  refuses: boolean;
}

/** A headline. What is missing is called by its name, so that one is the region's. */
export type Said = { headline: string } | { missing: true } | { signIn: true } | { data: true };

const JSON_TYPE = { "Content-Type": "application/json" };

const lost: Said = { headline: "No connection." };
const late: Said = { headline: "No answer in time." };
const unexpected: Said = { headline: "Unexpected answer." };
const large: Said = { headline: "The answer is too large." };
const busy: Said = { headline: "Too many requests." };
const unavailable: Said = { headline: "Service unavailable." };

function wire(name: string, said: Said, more: Partial<Fault> = {}): Fault {
  return { name, rule: { fault: name }, said, again: true, refuses: false, ...more };
}

function status(code: number, said: Said, again: boolean, rule: Partial<Rule> = {}): Fault {
  const refuses = code < 500 && code !== 408;
  return { name: `${code}`, rule: { fault: "status", status: code, ...rule }, said, again, refuses };
}

/** A body that is no answer to anything. */
function body(name: string, text: string): Fault {
  return {
    name,
    rule: { fault: "status", status: 200, body: text, headers: JSON_TYPE },
    said: unexpected,
    again: true,
    refuses: false,
  };
}

/** Too often, in the words of SWR, which says 403 where others say 429. */
const THROTTLED = JSON.stringify({ error_code: "SVCSTG.SWR.4031032", error_msg: "Too many requests" });

const ALL: Fault[] = [
  // A service that hangs up is nginx's to report, as 502. What breaks off later can't be mended by anyone.
  wire("reset", nginx === undefined ? lost : unavailable),
  wire("cut", lost),
  wire("redirect", lost),
  wire("hang", late, { limit: 15_000 }),
  wire("stall", late, { limit: 30_000 }),
  wire("drip", late, { limit: 30_000 }),
  wire("html", unexpected),
  wire("empty", unexpected),
  wire("truncated", unexpected),
  wire("huge", large, { again: false }),
  wire("endless", large, { again: false }),
  wire("odd", { data: true }),
  body("a text", '"nothing"'),
  body("a number", "7"),
  body("bytes", "\u0000\u0001\uFFFD{"),
  body("a deep nest", "[".repeat(100_000)),
  status(400, { headline: "Request error." }, false),
  status(403, { headline: "Permission denied." }, false),
  { ...status(403, busy, true, { body: THROTTLED, headers: JSON_TYPE }), name: "403 that means too often" },
  status(404, { missing: true }, false),
  status(408, unavailable, true),
  status(409, { headline: "The service is busy." }, true),
  status(418, { headline: "Request refused." }, false),
  status(429, busy, true),
  { ...status(429, busy, true, { headers: { "Retry-After": "3600" } }), name: "429 for an hour" },
  status(500, { headline: "Internal error." }, true),
  status(502, unavailable, true),
  status(503, unavailable, true),
  status(504, unavailable, true),
  status(599, { headline: "Service error." }, false),
  { ...status(503, unavailable, true, { body: "<html>Down</html>", headers: {} }), name: "503 with a page" },
  status(401, { signIn: true }, false),
];

/** One of each kind, for the ordinary run. */
const EACH_KIND = new Set(
  ["reset", "cut", "redirect", "hang", "stall", "html", "empty", "truncated", "huge", "odd", "403"].concat(
    ["403 that means too often", "404", "429 for an hour", "500", "503 with a page", "401"],
  ),
);

/** The faults of this run. */
export const FAULTS: Fault[] = isFull ? ALL : ALL.filter(({ name }) => EACH_KIND.has(name));
