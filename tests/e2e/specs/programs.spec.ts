// The two programs of the console: the front, with which a visit begins, and the whole, which takes its place.
import type { Locator, Page, Route } from "@playwright/test";
import { changeInRow } from "../support/change.ts";
import { button, field, fillSignIn, heading, signInByForm, table } from "../support/console.ts";
import { readTable, saveBy } from "../support/file.ts";
import { entries, openJournal } from "../support/journal.ts";
import { TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const FRONT = /\/swr-console-front-[0-9a-f]+_bg\.wasm$/;
const WHOLE = /\/swr-console-[0-9a-f]+_bg\.wasm$/;
const MODULE = /\/swr-console-[0-9a-f]+\.js$/;

function link(page: Page, name: string): Locator {
  return page.getByRole("link", { name, exact: true });
}

/** How often the page asks for the programs and their module, as they are asked for. */
function listenForPrograms(page: Page): { module: number; front: number; whole: number } {
  const asked = { module: 0, front: 0, whole: 0 };
  page.on("request", (request) => {
    asked.module += MODULE.test(request.url()) ? 1 : 0;
    asked.front += FRONT.test(request.url()) ? 1 : 0;
    asked.whole += WHOLE.test(request.url()) ? 1 : 0;
  });
  return asked;
}

test("the organizations need the front alone, and the whole loads when more is needed", async ({ page }) => {
  const asked = listenForPrograms(page);
  await signInByForm(page);
  await expect(table(page, "Organizations")).toBeVisible();
  expect(asked).toEqual({ module: 1, front: 1, whole: 0 });
  await link(page, "group").click();
  await expect(table(page, "Images of group")).toBeVisible();
  await expect(heading(page, "group")).toBeFocused();
  expect(asked).toEqual({ module: 1, front: 1, whole: 1 });
  await expect(page.getByRole("banner"), "nothing of the front is left").toHaveCount(1);
  await expect(page.getByRole("status")).toHaveCount(1);
});

for (const [way, intend] of [
  ["points at a link", (target: Locator) => target.hover()],
  ["comes to a link by keyboard", (target: Locator) => target.focus()],
] as const) {
  test(`for who ${way} the whole is on its way already, once`, async ({ page }) => {
    const asked = listenForPrograms(page);
    await signInByForm(page);
    await intend(button(page, "Refresh"));
    expect(asked.whole, "no other thing on the page needs it").toBe(0);
    const whole = page.waitForRequest(WHOLE);
    await intend(link(page, "group"));
    await whole;
    await expect(table(page, "Organizations"), "nothing is shown of it yet").toBeVisible();
    await intend(link(page, "Journal"));
    await link(page, "group").click();
    await expect(table(page, "Images of group")).toBeVisible();
    expect(asked).toEqual({ module: 1, front: 1, whole: 1 });
  });
}

test("a whole that did not come ahead is asked for again", async ({ page }) => {
  await signInByForm(page);
  await page.route(WHOLE, (route) => route.abort());
  const failed = page.waitForEvent("requestfailed");
  await link(page, "group").hover();
  await failed;
  await page.unroute(WHOLE);
  await link(page, "group").click();
  await expect(table(page, "Images of group")).toBeVisible();
});

test("once it is there the whole stays, and what it remembers with it", async ({ page }) => {
  await signInByForm(page);
  await link(page, "group").click();
  await link(page, "test").click();
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("status")).toContainText("user03 now has Write.");
  await page.goBack();
  await expect(table(page, "Images of group")).toBeVisible();
  await page.goBack();
  await expect(table(page, "Organizations")).toBeVisible();
  await openJournal(page);
  await expect(entries(page)).toHaveText(["1. Changed 1 permission on group/test"]);
});

test("an address that only the whole has begins with it, before and after signing in", async ({ page }) => {
  const asked = listenForPrograms(page);
  await page.goto(TEST_IMAGE);
  await fillSignIn(page, "admin");
  await button(page, "Sign in").click();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  expect(asked).toEqual({ module: 1, front: 0, whole: 1 });
});

for (const { address, program } of [
  { address: "/organizations", program: FRONT },
  { address: "/organizations/", program: FRONT },
  { address: "/organizations/group", program: WHOLE },
  { address: TEST_IMAGE, program: WHOLE },
]) {
  test(`the program of ${address} is asked for without waiting for its script`, async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(MODULE, async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest(program);
    await page.goto(address, { waitUntil: "commit" });
    await asked;
    release();
    await expect(heading(page, "Sign in")).toBeVisible();
  });
}

test("config.json comes while the program is on its way, once", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/config.json")) asked.push(request.method());
  });
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(FRONT, async (route) => {
    await held;
    await route.continue();
  });
  const config = page.waitForRequest("**/config.json");
  await page.goto("/organizations", { waitUntil: "commit" });
  await config;
  release();
  await expect(heading(page, "Sign in")).toBeVisible();
  expect(asked).toEqual(["GET"]);
});

test("a config.json that did not come ahead is asked for again", async ({ page }) => {
  let attempts = 0;
  await page.route("**/config.json", (route) => (attempts++ ? route.continue() : route.abort()));
  await page.goto("/organizations");
  await expect(heading(page, "Sign in")).toBeVisible();
  expect(attempts).toBe(2);
});

test("a whole that can't be fetched is a problem with a way on", async ({ page }) => {
  await signInByForm(page);
  await page.route(WHOLE, (route) => route.abort());
  await link(page, "group").click();
  await expect(page.getByRole("alert")).toContainText("Part of the console failed to load.");
  await page.unroute(WHOLE);
  await button(page, "Reload").click();
  await expect(table(page, "Images of group")).toBeVisible();
});

// The front has no exports.
test("an export in the front fetches the whole, where the kinds of files open by themselves", async ({ page }) => {
  const asked = listenForPrograms(page);
  await signInByForm(page);
  await field(page, "Filter by name").fill("gr");
  await expect(table(page, "Organizations").getByRole("row")).toHaveCount(2);
  expect(asked.whole).toBe(0);
  await page.route(WHOLE, (route) => route.abort());
  await button(page, "Export").click();
  await expect(page.getByRole("alert")).toContainText("Part of the console failed to load.");
  await page.unroute(WHOLE);
  await button(page, "Export").click();
  await expect(button(page, "CSV")).toBeFocused();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(table(page, "Organizations").getByRole("row"), "the search is as it was").toHaveCount(2);
  const { name, text } = await saveBy(page, button(page, "CSV"));
  expect(name).toMatch(/^organizations-local-\d{4}-\d\d-\d\dT\d{4}-filtered\.csv$/);
  expect(readTable(text)).toEqual([
    ["organization", "auth", "permission", "images", "users", "creator"],
    ["group", "7", "manage", expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/), expect.any(String)],
  ]);
  await link(page, "group").click();
  await expect(table(page, "Images of group")).toBeVisible();
  await expect(button(page, "CSV"), "it was asked for once").toHaveCount(0);
});

/**
 * The front listened once: anyone who went back after a failure, and on to something else, waited for ever.
 */
for (const [way, spoil] of [
  ["never came", (route: Route) => route.abort()],
  ["is gone from the server", (route: Route) => route.fulfill({ status: 404, body: "not found" })],
] as const) {
  test(`a whole that ${way} is asked for again by the next click`, async ({ page, faults }) => {
    await signInByForm(page);
    await page.route(WHOLE, spoil);
    await link(page, "empty").click();
    await expect(page.getByRole("alert")).toContainText("Part of the console failed to load.");
    await page.unroute(WHOLE);
    await page.goBack();
    await link(page, "group").click();
    await expect(table(page, "Images of group")).toBeVisible();
    // An answer that is no program does not have its checksum, which the browser writes on its console.
    faults.length = 0;
  });
}

test("who goes back before the whole is there finds it there", async ({ page }) => {
  await signInByForm(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(WHOLE, async (route) => {
    await held;
    await route.continue();
  });
  await link(page, "group").click();
  await page.goBack();
  await expect(table(page, "Organizations")).toBeVisible();
  release();
  await link(page, "group").click();
  await expect(table(page, "Images of group")).toBeVisible();
  await expect(page.getByRole("banner")).toHaveCount(1);
});
