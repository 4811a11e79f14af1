// Who reaches an image from outside: the pages, and what the service has stored.
import type { Locator, Page, Request } from "@playwright/test";
import { issueToken } from "./api.ts";
import { button, dialog } from "./console.ts";
import type { Emulator } from "./emulator.ts";
import { expect } from "./test.ts";

/** The images of the seed about which this is. */
export const PUBLIC_IMAGE = "/organizations/outside/images/public";
export const SHARED_IMAGE = "/organizations/outside/images/shared";
export const SHARING = `${SHARED_IMAGE}/sharing`;

/** The line in the head of an image's page. */
export function reach(page: Page): Locator {
  return page.locator(".facts--reach .fact");
}

/** The table of accounts. */
export function accounts(page: Page, image = "outside/shared"): Locator {
  return page.getByRole("table", { name: `Accounts that ${image} is shared with`, exact: true });
}

/** Opens a dialog by its button, which has the dialog's name. */
export async function open(page: Page, name: string): Promise<Locator> {
  await button(page, name).click();
  const opened = dialog(page, name);
  await expect(opened).toBeVisible();
  return opened;
}

/** The requests that change something, from now on. */
export function listenForOutsideWrites(page: Page): Request[] {
  const requests: Request[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" && new URL(request.url()).pathname.startsWith("/v2/")) {
      requests.push(request);
    }
  });
  return requests;
}

/** Method, path and body of requests. */
export function sent(requests: Request[]): unknown[] {
  return requests.map((request) => [
    request.method(),
    new URL(request.url()).pathname,
    request.postData() === null ? null : (request.postDataJSON() as unknown),
  ]);
}

/** Today and other days, as a date field has them, in UTC. */
export function day(fromToday: number): string {
  return new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
}

/** Where the accounts of `outside/shared` are. */
export const SHARES = "/v2/manage/namespaces/outside/repositories/shared/access-domains";

/** Does something at the service beside the console, as another administrator would, or reads there. */
export async function elsewhere(emulator: Emulator, method: string, path: string, data?: unknown): Promise<unknown> {
  const headers = { "X-Auth-Token": await issueToken(emulator, "admin") };
  const body = data === undefined ? null : JSON.stringify(data);
  const answer = await fetch(emulator.url + path, { method, headers, body });
  const text = await answer.text();
  expect(answer.ok, `${method} ${path}: ${answer.status} ${text}`).toBe(true);
  return text === "" ? undefined : JSON.parse(text);
}

/** The accounts that `outside/shared` is shared with, each with the end that is stored. */
export async function storedShares(emulator: Emulator): Promise<[string, string][]> {
  const shares = (await elsewhere(emulator, "GET", SHARES)) as { access_domain: string; deadline: string }[];
  return shares.map((share) => [share.access_domain, share.deadline]);
}

/** The request of a dialog in a form, which is chosen by its name. */
export async function request(asking: Locator, form: string): Promise<Locator> {
  const text = asking.getByRole("group", { name: "Request", exact: true });
  if (!(await text.isVisible())) {
    await asking.getByText("Request", { exact: true }).click();
  }
  await asking.getByRole("combobox", { name: "Format", exact: true }).selectOption(form);
  return text;
}
