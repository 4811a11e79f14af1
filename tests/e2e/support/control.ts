// The emulator's control: letting calls fail, and what was received. A test that uses it says so by `CONTROLLED`.
import type { Emulator } from "./emulator.ts";

/** The arguments of an emulator that can be controlled. */
export const CONTROLLED = ["--control"];

/** A rule as `docs/emulator.md` describes it. */
export interface Rule {
  method?: string;
  path: string;
  fault: string;
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  delay_ms?: number;
  times?: number;
  store?: boolean;
}

/** A request that the emulator has received. */
export interface Received {
  method: string;
  target: string;
  has_token: boolean;
}

/** Lets calls fail from now on, as these rules say and no others. */
export async function setFaults(emulator: Emulator, ...rules: Rule[]): Promise<void> {
  await call(emulator, "POST", "faults", JSON.stringify(rules));
}

/** Lets everything be answered honestly again. */
export async function clearFaults(emulator: Emulator): Promise<void> {
  await call(emulator, "DELETE", "faults");
}

/** What was received since the start, or since it was forgotten. */
export async function received(emulator: Emulator): Promise<Received[]> {
  return (await (await call(emulator, "GET", "requests")).json()) as Received[];
}

/** The writes to the APIs among them. */
export async function receivedWrites(emulator: Emulator): Promise<string[]> {
  const writes = (await received(emulator)).filter(({ method, target }) => method !== "GET" && isApi(target));
  return writes.map(({ method, target }) => `${method} ${target}`);
}

/** Whether a target is the APIs' and no file of the console's. */
export function isApi(target: string): boolean {
  return /^\/v[23]\//.test(target);
}

/** Begins to count again. */
export async function forgetReceived(emulator: Emulator): Promise<void> {
  await call(emulator, "DELETE", "requests");
}

async function call(emulator: Emulator, method: string, what: string, body: string | null = null): Promise<Response> {
  const answer = await fetch(`${emulator.url}/control/${what}`, { method, body });
  if (!answer.ok) {
    throw new Error(`the emulator's control says ${answer.status}: ${await answer.text()}`);
  }
  return answer;
}
