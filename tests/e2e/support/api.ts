// Calls that the test makes itself, beside the browser: to get what a person would bring along, to see what was really
// stored, and to listen to what the browser sends.
import type { Page, Request, Route } from "@playwright/test";
import type { Emulator } from "./emulator.ts";
import { ID, PASSWORD, type User } from "./seed.ts";

/** What a user of the seed asks IAM for a token with. */
export function signInOf(user: User): object {
  const identity = {
    methods: ["password"],
    password: { user: { name: user, password: PASSWORD, domain: { name: "demo" } } },
  };
  return { auth: { identity, scope: { project: { name: "local" } } } };
}

/** A token, as a person gets one from IAM to paste it. */
export async function issueToken(emulator: Emulator, user: User): Promise<string> {
  const answer = await fetch(`${emulator.url}/v3/auth/tokens`, {
    method: "POST",
    body: JSON.stringify(signInOf(user)),
  });
  const token = answer.headers.get("x-subject-token");
  if (token === null) {
    throw new Error(`IAM gave no token: ${answer.status} ${await answer.text()}`);
  }
  return token;
}

/** The status with which SWR meets a token. */
export async function statusOf(emulator: Emulator, token: string): Promise<number> {
  const answer = await fetch(`${emulator.url}/v2/manage/namespaces`, { headers: { "X-Auth-Token": token } });
  await answer.arrayBuffer();
  return answer.status;
}

/** What is stored for a user, on the image `group/test` unless told otherwise: the level's number, or nothing. */
export async function storedLevel(emulator: Emulator, user: string, at = TEST_ACCESS): Promise<number | undefined> {
  const token = await issueToken(emulator, "admin");
  const answer = await fetch(emulator.url + at, { headers: { "X-Auth-Token": token } });
  const list = (await answer.json()) as { others_auths: { user_name: string; auth: number }[] };
  return list.others_auths.find((entry) => entry.user_name === user)?.auth;
}

/** An entry of a grant or change, as it goes over the wire. */
export interface Entry {
  user_id: string;
  user_name: string;
  auth: number;
}

/** Where the permissions on `group/test` are. */
export const TEST_ACCESS = "/v2/manage/namespaces/group/repos/test/access";

/** Where the permissions on the organization `group` are. */
export const GROUP_ACCESS = "/v2/manage/namespaces/group/access";

/** Grants behind the browser's back, as another administrator would. */
export function grantElsewhere(emulator: Emulator, entries: Entry[], at = TEST_ACCESS): Promise<void> {
  return writeElsewhere(emulator, "POST", at, entries);
}

/** Changes a level behind the browser's back. */
export function changeElsewhere(emulator: Emulator, user: User, auth: number, at = TEST_ACCESS): Promise<void> {
  return writeElsewhere(emulator, "PATCH", at, [{ user_id: ID[user], user_name: user, auth }]);
}

/** Changes levels behind the browser's back, of users whom only some seeds have. */
export function setElsewhere(emulator: Emulator, entries: Entry[], at: string): Promise<void> {
  return writeElsewhere(emulator, "PATCH", at, entries);
}

/** Revokes a permission behind the browser's back. */
export function revokeElsewhere(emulator: Emulator, user: User, at = TEST_ACCESS): Promise<void> {
  return writeElsewhere(emulator, "DELETE", at, [ID[user]]);
}

async function writeElsewhere(emulator: Emulator, method: string, at: string, entries: unknown[]): Promise<void> {
  const token = await issueToken(emulator, "admin");
  const answer = await fetch(emulator.url + at, {
    method,
    headers: { "X-Auth-Token": token },
    body: JSON.stringify(entries),
  });
  if (!answer.ok) {
    throw new Error(`not done: ${answer.status} ${await answer.text()}`);
  }
  await answer.arrayBuffer();
}

/** The requests to the APIs from now on, as they are made. */
export function listen(page: Page): Request[] {
  return listenFor(page, (_, path) => /^\/v[23]\//.test(path));
}

/** The requests that grant, from now on. */
export function listenForGrants(page: Page): Request[] {
  return listenFor(page, (method, path) => method === "POST" && path.endsWith("/access"));
}

/** The requests that write permissions, from now on. */
export function listenForWrites(page: Page): Request[] {
  return listenFor(page, (method, path) => method !== "GET" && path.endsWith("/access"));
}

/** All requests to one list of permissions, reads too, from now on. */
export function listenForAccess(page: Page, at = TEST_ACCESS): Request[] {
  return listenFor(page, (_, path) => path === at);
}

/** Answers writes on `group/test` otherwise, from now on; reads go on as before. */
export async function onWrites(page: Page, handle: (route: Route) => Promise<void>): Promise<void> {
  await page.route(`**${TEST_ACCESS}`, (route) =>
    route.request().method() === "GET" ? route.fallback() : handle(route),
  );
}

/** Loses the next read of the list, and both times that the console tries again. */
export async function loseNextRead(page: Page): Promise<void> {
  let left = 3;
  await page.route(`**${TEST_ACCESS}`, (route) => {
    if (left === 0 || route.request().method() !== "GET") {
      return route.fallback();
    }
    left -= 1;
    return route.abort();
  });
}

/** What was done, in order. */
export function methods(requests: Request[]): string[] {
  return requests.map((request) => request.method());
}

function listenFor(page: Page, isMeant: (method: string, path: string) => boolean): Request[] {
  const requests: Request[] = [];
  page.on("request", (request) => {
    if (isMeant(request.method(), new URL(request.url()).pathname)) {
      requests.push(request);
    }
  });
  return requests;
}
