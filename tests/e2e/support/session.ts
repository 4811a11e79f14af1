// What a tab keeps of its session, and tabs that begin with what an earlier one has kept.
import type { BrowserContext, Page, Request } from "@playwright/test";
import { listen } from "./api.ts";
import { TEST_IMAGE } from "./seed.ts";

/** The one key of sessionStorage that holds the session. */
export const KEY = "swr-console.session";

/** What the tab keeps, if it keeps a session. */
export function stored(page: Page): Promise<string | null> {
  return page.evaluate((key) => sessionStorage.getItem(key), KEY);
}

/** The token that the tab keeps. */
export async function tokenOf(page: Page): Promise<string> {
  return (JSON.parse((await stored(page)) ?? "") as { token: string }).token;
}

/** Has the tab keep a session, before the console starts in it. */
export async function store(page: Page, kept: string): Promise<void> {
  // A file of the console's origin that runs no program: the storage belongs to the origin and the tab.
  await page.goto("/config.json");
  await page.evaluate(([key, kept]) => sessionStorage.setItem(key, kept), [KEY, kept] as const);
}

/** A tab, and what it has asked the APIs for. */
export interface Reopened {
  tab: Page;
  requests: Request[];
}

/** Opens `group/test` in a tab some minutes later, as a browser reopens one: with the storage that an earlier one had. */
export async function reopen(context: BrowserContext, kept: string | null, minutes: number): Promise<Reopened> {
  const tab = await context.newPage();
  await tab.clock.install({ time: Date.now() + minutes * 60_000 });
  const requests = listen(tab);
  await store(tab, kept ?? "");
  await tab.goto(TEST_IMAGE);
  return { tab, requests };
}
