// The tabs of one browser: a new one goes on with the session of an open one, and they all end together.
import type { BrowserContext, Page } from "@playwright/test";
import { listen } from "../support/api.ts";
import { button, dialog, field, fillSignIn, heading, signInByForm, table } from "../support/console.ts";
import { ID, PASSWORD, TEST_IMAGE } from "../support/seed.ts";
import { stored } from "../support/session.ts";
import { expect, test } from "../support/test.ts";

const AGAIN = "Sign in again";

/** A tab that nobody opened from another: no page of this browser is its opener. */
async function openTab(context: BrowserContext, address: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(address);
  return tab;
}

async function expectSignedOut(tab: Page): Promise<void> {
  await expect(heading(tab, "Sign in")).toBeVisible();
  expect(await stored(tab)).toBeNull();
  expect(await tab.content()).not.toContain(ID.user01);
}

test("a middle click on an image opens it in a tab that is signed in", async ({ page, context }) => {
  await signInByForm(page, { at: "/organizations/group" });
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "test", exact: true }).click({ button: "middle" });
  const tab = await opened;
  await expect(table(tab, "Permissions of group/test")).toBeVisible();
  await expect(tab).toHaveURL(TEST_IMAGE);
  expect(await stored(tab), "the same session, with the same token").toBe(await stored(page));
  await tab.reload();
  await expect(table(tab, "Permissions of group/test")).toBeVisible();
});

test("the sign-in page does not flash while other tabs are asked", async ({ page, context }) => {
  await signInByForm(page);
  const tab = await context.newPage();
  await tab.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver(() => seen.push(document.querySelector("h1")?.textContent ?? "")).observe(document, {
      childList: true,
      subtree: true,
    });
  });
  const urls: string[] = [];
  tab.on("framenavigated", (frame) => urls.push(new URL(frame.url()).pathname));
  await tab.goto(TEST_IMAGE);
  await expect(table(tab, "Permissions of group/test")).toBeVisible();
  const seen = await tab.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(seen).not.toContain("Sign in");
  expect(urls).not.toContain("/sign-in");
});

test("without another tab one signs in, and comes to the address that was opened", async ({ page }) => {
  const requests = listen(page);
  await page.goto(TEST_IMAGE);
  await expect(heading(page, "Sign in")).toBeVisible();
  expect(requests).toHaveLength(0);
  await fillSignIn(page, "admin");
  await button(page, "Sign in").click();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  await expect(page).toHaveURL(TEST_IMAGE);
});

test("signing out reaches every tab of the session", async ({ page, context }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const other = await openTab(context, TEST_IMAGE);
  await expect(table(other, "Permissions of group/test")).toBeVisible();
  await button(page, "Sign out").click();
  await expectSignedOut(page);
  await expectSignedOut(other);
  await expect(other.getByText("You signed out in another tab.", { exact: true }).first()).toBeVisible();
  await page.reload();
  await expectSignedOut(page);
  const late = await openTab(context, TEST_IMAGE);
  await expectSignedOut(late);
});

test("a tab of another user's session goes on, and a new tab then asks", async ({ page, context }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const other = await openTab(context, "/sign-in");
  await expect(heading(other, "Sign in")).toBeVisible();
  await fillSignIn(other, "user02");
  await button(other, "Sign in").click();
  await expect(other.getByRole("banner")).toContainText("demo / user02");
  await expect(page.getByRole("banner"), "two users in two tabs").toContainText("demo / admin");
  const third = await openTab(context, TEST_IMAGE);
  await expect(heading(third, "Sign in")).toBeVisible();
  await button(other, "Sign out").click();
  await expect(heading(other, "Sign in")).toBeVisible();
  await page.reload();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
});

test("what is no message of the console is not heard", async ({ page, context }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  const other = await openTab(context, "/sign-in");
  await expect(heading(other, "Sign in")).toBeVisible();
  await other.evaluate(() => {
    const channel = new BroadcastChannel("swr-console");
    const version = 1;
    for (const message of [
      null,
      7,
      {},
      new ArrayBuffer(8),
      "",
      "{",
      JSON.stringify({ version, kind: "out", of: "", with: false }),
      JSON.stringify({ version, kind: "out", of: "another session", with: false }),
      JSON.stringify({ version: 2, kind: "ask", of: "me", with: null }),
      JSON.stringify({ version, kind: "session", of: "me", with: "{}" }),
      "x".repeat(1_000_000),
    ]) {
      channel.postMessage(message);
    }
  });
  await button(page, "Refresh").click();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  await expect(page.getByRole("banner")).toContainText("demo / admin");
});

test.describe("a token that ends", () => {
  test.use({ emulatorArgs: ["--token-seconds", "15"] });

  test("signing in again in one tab is enough for all", async ({ page, context }) => {
    await signInByForm(page, { at: TEST_IMAGE });
    const other = await openTab(context, "/organizations");
    await expect(table(other, "Organizations")).toBeVisible();
    for (const tab of [page, other]) {
      await expect(dialog(tab, AGAIN)).toBeVisible({ timeout: 30_000 });
    }
    await field(dialog(page, AGAIN), "Password").fill(PASSWORD);
    await button(dialog(page, AGAIN), "Sign in").click();
    await expect(dialog(page, AGAIN)).toHaveCount(0);
    await expect(dialog(other, AGAIN)).toHaveCount(0);
    await expect(table(other, "Organizations")).toBeVisible();
    expect(await stored(other)).toBe(await stored(page));
  });
});

test("a page that the browser brings back after signing out shows no data", async ({ page }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  // As the back/forward cache does it: the page as it was left, in a tab whose session has gone meanwhile.
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    sessionStorage.clear();
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await expectSignedOut(page);
});

test("a storage that takes nothing: the session lives in the tab, and that is said once", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await signInByForm(page);
  const note = "Your browser blocks session storage, so you'll have to sign in again after a reload.";
  await expect(page.getByRole("status")).toHaveText(note);
  await page.getByRole("link", { name: "group", exact: true }).click();
  await page.getByRole("link", { name: "test", exact: true }).click();
  await expect(table(page, "Permissions of group/test"), "the other program goes on with it").toBeVisible();
  await page.reload();
  await expect(heading(page, "Sign in")).toBeVisible();
});
