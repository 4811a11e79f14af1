// A session in which nobody does anything.
import type { Page } from "@playwright/test";
import { button, dialog, fillSignIn, heading, signInByForm, table } from "../support/console.ts";
import { ID, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const WARNING = "You will be signed out";
const WHY = "Signed out after 15 minutes without activity.";

/** Signs in under a clock that the test moves on. */
async function open(page: Page, at = TEST_IMAGE): Promise<void> {
  await page.clock.install();
  await signInByForm(page, { at });
  await expect(table(page, "Permissions of group/test")).toBeVisible();
}

async function expectSignedOut(page: Page): Promise<void> {
  await expect(heading(page, "Sign in")).toBeVisible();
  await expect(page.getByText(WHY, { exact: true }).first()).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(await page.content()).not.toContain(ID.user01);
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("a minute before the end there is a warning, and one can stay", async ({ page }) => {
  await open(page);
  await page.clock.fastForward("13:50");
  await expect(dialog(page, WARNING)).toHaveCount(0);
  await page.clock.fastForward("00:20");
  const warning = dialog(page, WARNING);
  await expect(warning).toBeVisible();
  await expect(warning).toContainText(/Yours ends in (4|5)\d seconds\./);
  await expect(button(warning, "Stay signed in")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(warning).toHaveCount(0);
  await page.clock.fastForward("13:50");
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  await expect(warning).toHaveCount(0);
});

test("at the end everything is cleared, and signing in leads back", async ({ page }) => {
  await open(page, `${TEST_IMAGE}?q=user0`);
  await page.clock.fastForward("14:10");
  await expect(dialog(page, WARNING)).toBeVisible();
  await page.clock.fastForward("01:00");
  await expectSignedOut(page);
  await page.goBack().catch(() => null);
  expect(await page.content()).not.toContain(ID.user01);
  await page.goto(`${TEST_IMAGE}?q=user0`);
  await fillSignIn(page, "admin");
  await button(page, "Sign in").click();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  await expect(page).toHaveURL(`${TEST_IMAGE}?q=user0`);
});

test("after a long sleep the session is over before anything can be done", async ({ page }) => {
  await open(page);
  await page.clock.fastForward("08:00:00");
  await expectSignedOut(page);
  await fillSignIn(page, "admin");
  await button(page, "Sign in").click();
  await expect(page, "one is where one was").toHaveURL(TEST_IMAGE);
  await expect(table(page, "Permissions of group/test")).toBeVisible();
});

test("a computer's clock that is set back ends nothing", async ({ page }) => {
  await open(page);
  await page.clock.setSystemTime(Date.now() - 25 * 3_600_000);
  await page.clock.runFor(3000);
  await button(page, "Refresh").click();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a computer's clock that is set forward counts as sleep", async ({ page }) => {
  await open(page);
  await page.clock.setSystemTime(Date.now() + 25 * 3_600_000);
  await page.clock.runFor(3000);
  await expectSignedOut(page);
});

test("who works is not signed out, in whichever tab", async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await other.goto("/organizations");
  await expect(table(other, "Organizations")).toBeVisible();
  for (let time = 0; time < 3; time += 1) {
    // The clock of all tabs.
    await page.clock.fastForward("08:00");
    await other.mouse.move(100 + time, 200);
    await expect(button(other, "Refresh")).toBeVisible();
  }
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  await expect(dialog(page, WARNING)).toHaveCount(0);
});

test("idling ends the session in every tab", async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await other.goto(TEST_IMAGE);
  await expect(table(other, "Permissions of group/test")).toBeVisible();
  await page.clock.fastForward("16:00");
  await expectSignedOut(page);
  await expectSignedOut(other);
});

test.describe("without a limit", () => {
  const region = { id: "local", swr: "", iam: "", project: "local", account: "demo" };
  test.use({ alteration: { config: JSON.stringify({ regions: [region], idle_minutes: 0 }) } });

  test("a day without activity ends nothing but the token", async ({ page }) => {
    await open(page);
    await page.clock.fastForward("20:00:00");
    await expect(table(page, "Permissions of group/test")).toBeVisible();
    await expect(dialog(page, WARNING)).toHaveCount(0);
  });
});
