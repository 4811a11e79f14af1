// A session that ends, ends: its token is revoked at IAM, once, and the page says what IAM has answered.
import type { BrowserContext, Locator, Page, Request } from "@playwright/test";
import { issueToken, statusOf } from "../support/api.ts";
import { changeInRow } from "../support/change.ts";
import { button, dialog, field, heading, signInByForm, signInWithToken, table } from "../support/console.ts";
import { PASSWORD, TEST_IMAGE } from "../support/seed.ts";
import { tokenOf } from "../support/session.ts";
import { expect, test } from "../support/test.ts";

const REVOKED = "IAM has revoked your last token.";
const STILL_VALID = /It may be valid until .*\d+:\d\d/;

/** The revocations that all tabs of a browser send from now on. */
function listenForRevocations(context: BrowserContext): Request[] {
  const requests: Request[] = [];
  context.on("request", (request) => {
    if (request.method() === "DELETE" && new URL(request.url()).pathname === "/v3/auth/tokens") {
      requests.push(request);
    }
  });
  return requests;
}

/** What the page itself says. Screen readers hear it too, from another place. */
function said(page: Page, text: string): Locator {
  return page.getByRole("main").getByText(text);
}

async function signOut(page: Page): Promise<void> {
  await button(page, "Sign out").click();
  await expect(heading(page, "Sign in")).toBeVisible();
}

// An administrator noticed that a token had leaked, pressed "Sign out", and believed that it had ended. It was good for
// another day.
test("signing out revokes the token", async ({ page, context, emulator }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const token = await tokenOf(page);
  const revocations = listenForRevocations(context);
  expect(await statusOf(emulator, token)).toBe(200);
  await signOut(page);
  await expect(said(page, REVOKED)).toBeVisible();
  expect(await statusOf(emulator, token)).toBe(401);
  expect(revocations).toHaveLength(1);
});

test("all tabs of a session revoke its token once", async ({ page, context, emulator }) => {
  await page.clock.install();
  await signInByForm(page, { at: TEST_IMAGE });
  const token = await tokenOf(page);
  const other = await context.newPage();
  await other.clock.install();
  await other.goto(TEST_IMAGE);
  await expect(table(other, "Permissions of group/test")).toBeVisible();
  const revocations = listenForRevocations(context);
  await page.clock.fastForward("16:00");
  await expect(heading(page, "Sign in")).toBeVisible();
  await expect(heading(other, "Sign in")).toBeVisible();
  await page.clock.runFor(1000);
  // Which of the two it is, is chance.
  const revokers = async () => (await said(page, REVOKED).count()) + (await said(other, REVOKED).count());
  await expect.poll(revokers).toBe(1);
  expect(await statusOf(emulator, token)).toBe(401);
  expect(revocations).toHaveLength(1);
});

test("a token that is replaced is revoked, and the new one works", async ({ page, emulator }) => {
  await page.clock.install();
  await signInByForm(page, { at: TEST_IMAGE });
  const old = await tokenOf(page);
  // The last ten minutes of a day, with somebody there all the time.
  for (let hour = 0; hour < 24 * 6 - 1; hour += 1) {
    await page.clock.fastForward("10:00");
    await page.mouse.move(hour, hour);
  }
  await button(page, "Sign in again").click();
  const again = dialog(page, "Sign in again");
  await field(again, "Password").fill(PASSWORD);
  await button(again, "Sign in").click();
  await expect(again).toHaveCount(0);
  await expect(page.getByRole("status")).toHaveText(REVOKED);
  expect(await statusOf(emulator, old)).toBe(401);
  const present = await tokenOf(page);
  expect(present).not.toBe(old);
  expect(await statusOf(emulator, present)).toBe(200);
});

test("a pasted token may be a script's: it is left alone, and the page says so", async ({ page, context, emulator }) => {
  const token = await issueToken(emulator, "admin");
  await signInWithToken(page, token);
  const revocations = listenForRevocations(context);
  await signOut(page);
  await expect(said(page, "Your last token was pasted, so it was not revoked.")).toContainText(STILL_VALID);
  expect(revocations).toHaveLength(0);
  expect(await statusOf(emulator, token)).toBe(200);
});

for (const status of ["404", "405"]) {
  test.describe(`a region whose IAM answers ${status}`, () => {
    test.use({ emulatorArgs: ["--switch", `token-delete=${status}`] });

    test("is not said to have revoked anything", async ({ page }) => {
      await signInByForm(page, { at: TEST_IMAGE });
      await signOut(page);
      await expect(said(page, "The IAM of this region can't revoke your last token.")).toContainText(STILL_VALID);
    });
  });
}

test("an IAM that refuses is said to have refused", async ({ page, context }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const revocations = listenForRevocations(context);
  await page.route("**/v3/auth/tokens", (route) => route.fulfill({ status: 403, body: "{}" }));
  await signOut(page);
  await expect(said(page, "IAM refused to revoke your last token.")).toContainText(STILL_VALID);
  expect(revocations, "a refused call is not repeated").toHaveLength(1);
});

test("an IAM that does not answer is waited for three seconds, on a page that can be used", async ({ page }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  await page.route("**/v3/auth/tokens", () => undefined);
  await signOut(page);
  await expect(field(page, "Password")).toBeEditable();
  const unconfirmed = said(page, "IAM did not confirm that it revoked your last token.");
  await expect(unconfirmed).toContainText(STILL_VALID, { timeout: 5_000 });
});

test("a change in another tab is finished before the token is revoked", async ({ page, context, emulator }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const token = await tokenOf(page);
  const other = await context.newPage();
  await other.goto(TEST_IMAGE);
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => (release = resolve));
  await other.route("**/repos/test/access", async (route) => {
    if (route.request().method() === "PATCH") {
      await released;
    }
    await route.fallback();
  });
  const sent = other.waitForRequest((request) => request.method() === "PATCH");
  await changeInRow(other, "user03", "Write");
  await sent;
  await signOut(page);
  await expect(said(page, "Another tab revokes your last token.")).toBeVisible();
  expect(await statusOf(emulator, token)).toBe(200);
  release();
  await expect(heading(other, "Sign in")).toBeVisible();
  await expect(said(other, REVOKED)).toBeVisible();
  expect(await statusOf(emulator, token)).toBe(401);
});
