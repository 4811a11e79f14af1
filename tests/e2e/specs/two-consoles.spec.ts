// Two consoles on one origin, at `/` and at `/console/`, each a build of its own. They shared the key in sessionStorage
// and the channel between tabs: the second one went on with the first one's session, and could send its token to the
// addresses of its own config.json. `cargo xtask test --full` builds the second console.
import type { BrowserContext } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { button, heading, signInByForm, table } from "../support/console.ts";
import { expect, test } from "../support/test.ts";

/** The folder of the console that was built for the path. */
const second = process.env["SWR_SECOND"];

const KEYS = ["swr-console.session", "swr-console.session/console/"];

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Puts the second console under its path, as a web server does that answers every route with the page. */
async function addSecond(context: BrowserContext, folder: string): Promise<void> {
  await context.route("**/console/**", async (route) => {
    const name = new URL(route.request().url()).pathname.slice("/console/".length);
    const file = extname(name) === "" ? "index.html" : name;
    await route.fulfill({
      body: await readFile(join(folder, file)),
      contentType: TYPES[extname(file)] ?? "application/octet-stream",
    });
  });
}

test("two consoles on one origin don't share a session, and one's end is not the other's", async ({ page, context }) => {
  test.skip(second === undefined, "only the full run builds a second console");
  await addSecond(context, second ?? "");

  await signInByForm(page);
  await expect(table(page, "Organizations")).toBeVisible();

  // A tab of the second console hears nothing from the first one's tab.
  const other = await context.newPage();
  await other.goto("/console/");
  await expect(heading(other, "Sign in")).toBeVisible();

  // The same tab at the other path does not find the first one's session either.
  await page.goto("/console/organizations");
  await expect(heading(page, "Sign in")).toBeVisible();
  await signInByForm(page, { at: "/console/organizations" });
  await expect(table(page, "Organizations")).toBeVisible();
  const kept = await page.evaluate(() => Object.keys(sessionStorage).sort());
  expect(kept).toEqual(KEYS);

  // A tab of the second console goes on with its session. Signing out there leaves the first one's.
  await other.goto("/console/organizations");
  await expect(table(other, "Organizations")).toBeVisible();
  await button(page, "Sign out").click();
  await expect(heading(page, "Sign in")).toBeVisible();
  await expect(heading(other, "Sign in")).toBeVisible();
  await page.goto("/organizations");
  await expect(table(page, "Organizations")).toBeVisible();
});
