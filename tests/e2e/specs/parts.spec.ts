// The parts of the program: the main one, with which a visit begins, and those that are fetched when they are needed.
import type { Page, Route } from "@playwright/test";
import { changeInRow, editRow } from "../support/change.ts";
import { button, field, fillSignIn, heading, signIn, signInByForm, table } from "../support/console.ts";
import { readTable, saveBy } from "../support/file.ts";
import { openGrant } from "../support/grant.ts";
import { entries, openJournal } from "../support/journal.ts";
import { reach } from "../support/outside.ts";
import { openedPlan, revocations } from "../support/plan.ts";
import { scan } from "../support/review.ts";
import { ID, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const PART = /\/swr-console-(main|tables|granting|outside|changing|reports|review|planning|evidence)-[0-9a-f]+\.wasm$/;
const MODULE = /\/swr-console-[0-9a-f]+\.js$/;
const TABLES = /-tables-[0-9a-f]+\.wasm$/;
const GRANTING = /-granting-[0-9a-f]+\.wasm$/;
const CHANGING = /-changing-[0-9a-f]+\.wasm$/;
const REPORTS = /-reports-[0-9a-f]+\.wasm$/;
const FAILURE = "Part of the console failed to load.";

function link(page: Page, name: string) {
  return page.getByRole("link", { name, exact: true });
}

/** The parts that the page asks for, as it asks. */
function listenForParts(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const part = PART.exec(request.url())?.[1];
    if (part) asked.push(part);
  });
  return asked;
}

/** Keeps a file from coming until what is returned is called. */
async function hold(page: Page, file: RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(file, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test("every page and dialog finds its part, and each part is fetched once", async ({ page }) => {
  const asked = listenForParts(page);
  await signInByForm(page);
  await expect(table(page, "Organizations")).toBeVisible();
  await link(page, "group").click();
  await expect(table(page, "Images of group")).toBeVisible();
  await expect(heading(page, "group")).toBeFocused();
  expect(asked).toEqual(["main", "tables"]);
  await link(page, "test").click();
  const dialog = await openGrant(page);
  await expect.poll(() => asked).toEqual(["main", "tables", "granting", "outside"]);
  await dialog.cancel.click();
  await button(page, "Revoke user03").click();
  await button(page.getByRole("dialog", { name: "Revoke permission" }), "Cancel").click();
  expect(asked).toEqual(["main", "tables", "granting", "outside", "changing"]);
  await page.getByRole("switch", { name: "Effective access" }).click();
  await expect(table(page, "Effective access to group/test")).toBeVisible();
  await openJournal(page);
  await button(page, "Sign out").click();
  await signInByForm(page, { at: TEST_IMAGE });
  await expect(page.getByRole("banner")).toHaveCount(1);
  expect(asked.slice(0, 6)).toEqual(["main", "tables", "granting", "outside", "changing", "reports"]);
});

test("the parts of the review come when they are entered", async ({ page }) => {
  const asked = listenForParts(page);
  await signInByForm(page, { at: "/review" });
  await expect(button(page, "Start scan")).toBeVisible();
  expect(asked.at(-1)).toBe("review");
  await scan(page);
  await link(page, "Compare").click();
  await expect(page.getByText("No older snapshot is open", { exact: true })).toBeVisible();
  expect(asked.slice(-2)).toEqual(["planning", "evidence"]);
});

// The plan's page came without the part that has the link to it, so a plan from a file had no link in the header.
test("the header links to a plan that was opened on its own page", async ({ page }) => {
  await openedPlan(page, revocations("group", ["test"], { id: ID.user03, name: "user03", seen: 1 }));
  await expect(link(page, "Plan, 1 edit")).toBeVisible();
});

test("the next part is fetched while the page before it is read", async ({ page }) => {
  const asked = listenForParts(page);
  const tables = page.waitForRequest(TABLES);
  await signInByForm(page);
  await tables;
  const granting = page.waitForRequest(GRANTING);
  await link(page, "group").click();
  await link(page, "test").click();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  await granting;
  await expect(reach(page)).toHaveText("Private");
  const needed = ["main", "tables", "granting", "outside"];
  expect(asked, "what most visits do not need is not fetched ahead").toEqual(needed);
  await button(page, "Change user03").click();
  await expect.poll(() => asked, "it is there when the level is chosen").toContain("changing");
});

test("who asks browsers to save data fetches nothing ahead", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  const asked = listenForParts(page);
  await signInByForm(page);
  await expect(table(page, "Organizations")).toBeVisible();
  await button(page, "Refresh").click();
  await expect(button(page, "Refresh")).not.toHaveAttribute("aria-busy", "true");
  expect(asked).toEqual(["main"]);
  await link(page, "group").click();
  await expect(table(page, "Images of group")).toBeVisible();
  expect(asked).toEqual(["main", "tables"]);
});

test("what the pages of a session share stays from page to page", async ({ page }) => {
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

test("an address of a table fetches its part with the main one, before and after signing in", async ({ page }) => {
  const asked = listenForParts(page);
  const release = await hold(page, MODULE);
  const tables = page.waitForRequest(TABLES);
  await page.goto(TEST_IMAGE, { waitUntil: "commit" });
  await tables;
  expect([...asked].sort(), "without waiting for the script").toEqual(["main", "tables"]);
  release();
  await fillSignIn(page, "admin");
  await button(page, "Sign in").click();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  expect(asked.filter((part) => part === "tables")).toHaveLength(1);
});

for (const address of ["/organizations", "/organizations/"]) {
  test(`${address} asks for the main part alone, without waiting for its script`, async ({ page }) => {
    const asked = listenForParts(page);
    const release = await hold(page, MODULE);
    const main = page.waitForRequest(PART);
    await page.goto(address, { waitUntil: "commit" });
    await main;
    release();
    await expect(heading(page, "Sign in")).toBeVisible();
    expect(asked).toEqual(["main"]);
  });
}

test("config.json comes while the program is on its way, once", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/config.json")) asked.push(request.method());
  });
  const release = await hold(page, PART);
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

for (const [way, spoil] of [
  ["never came", (route: Route) => route.abort()],
  ["is gone from the server", (route: Route) => route.fulfill({ status: 404, body: "not found" })],
  ["is of another build", (route: Route) => route.fulfill({ contentType: "application/wasm", body: "\0asm" })],
] as const) {
  test(`tables that ${way} are a problem in the place of the page, with a way on`, async ({ page, faults }) => {
    await page.route(TABLES, spoil);
    await signInByForm(page);
    await expect(table(page, "Organizations")).toBeVisible();
    await expect(page.getByRole("alert"), "a failed fetch ahead is not shown").toHaveCount(0);
    await link(page, "group").click();
    await expect(page.getByRole("alert")).toContainText(FAILURE);
    await page.unroute(TABLES);
    await button(page, "Try again").click();
    await expect(table(page, "Images of group")).toBeVisible();
    faults.length = 0;
  });
}

test("a dialog whose part fails leaves the page as it is, and opens once the part is there", async ({ page, faults }) => {
  await page.route(GRANTING, (route) => route.abort());
  await signIn(page, { at: TEST_IMAGE });
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  const opener = button(page, "Grant permission");
  await opener.click();
  // The line in the head has a part of its own, which needs this one.
  await expect(page.getByRole("alert")).toContainText([FAILURE, FAILURE]);
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  await page.unroute(GRANTING);
  await button(page, "Try again").last().click();
  await expect(page.getByRole("dialog", { name: "Grant permission" })).toBeVisible();
  faults.length = 0;
});

test("a dialog whose part is slow gives the focus back to what opened it", async ({ page }) => {
  const release = await hold(page, GRANTING);
  await signIn(page, { at: TEST_IMAGE });
  const opener = button(page, "Grant permission");
  await opener.click();
  await expect(opener, "nothing has come between").toBeFocused();
  release();
  const dialog = page.getByRole("dialog", { name: "Grant permission" });
  await expect(dialog).toBeVisible();
  await button(dialog, "Cancel").click();
  await expect(opener).toBeFocused();
});

test("a row whose part fails keeps what was chosen, and saves once the part is there", async ({ page, faults }) => {
  await page.route(CHANGING, (route) => route.abort());
  await signIn(page, { at: TEST_IMAGE });
  const edit = await editRow(page, "user03");
  await edit.level.selectOption({ label: "Write" });
  await edit.save.click();
  await expect(page.getByRole("status")).toContainText(FAILURE);
  await page.unroute(CHANGING);
  await edit.save.click();
  await expect(page.getByRole("status")).toContainText("user03 now has Write.");
  faults.length = 0;
});

test("an export fetches the reports, and its search stays as it is", async ({ page, faults }) => {
  await signInByForm(page);
  await field(page, "Filter by name").fill("gr");
  await expect(table(page, "Organizations").getByRole("row")).toHaveCount(2);
  await page.route(REPORTS, (route) => route.abort());
  await button(page, "Export").click();
  await expect(page.getByRole("alert")).toContainText(FAILURE);
  await page.unroute(REPORTS);
  await button(page, "Try again").click();
  await expect(button(page, "CSV")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(table(page, "Organizations").getByRole("row"), "the search is as it was").toHaveCount(2);
  const { name, text } = await saveBy(page, button(page, "CSV"));
  expect(name).toMatch(/^organizations-local-\d{4}-\d\d-\d\dT\d{4}-filtered\.csv$/);
  expect(readTable(text)).toEqual([
    ["organization", "auth", "permission", "images", "users", "creator"],
    ["group", "7", "manage", expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/), expect.any(String)],
  ]);
  faults.length = 0;
});

test("who goes back before a part is there finds it there", async ({ page }) => {
  const release = await hold(page, TABLES);
  await signInByForm(page);
  await link(page, "group").click();
  await page.goBack();
  await expect(table(page, "Organizations")).toBeVisible();
  release();
  await link(page, "group").click();
  await expect(table(page, "Images of group")).toBeVisible();
  await expect(page.getByRole("banner")).toHaveCount(1);
});
