// What config.json says about sessions: whether the tab keeps them, and for how many hours; and where there are none.
import type { Page } from "@playwright/test";
import { statusOf } from "../support/api.ts";
import { button, dialog, field, heading, signInByForm, table } from "../support/console.ts";
import { PASSWORD, TEST_IMAGE } from "../support/seed.ts";
import { reopen, stored, tokenOf } from "../support/session.ts";
import { expect, test } from "../support/test.ts";

const region = { id: "local", swr: "", iam: "", project: "local", account: "demo" };
const config = (limits: object) => ({ config: JSON.stringify({ regions: [region], ...limits }) });
const LIST = "Permissions of group/test";

async function fillPassword(page: Page): Promise<void> {
  const again = dialog(page, "Sign in again");
  await field(again, "Password").fill(PASSWORD);
  await button(again, "Sign in").click();
  await expect(again).toHaveCount(0);
}

test.describe("sessions in memory alone", () => {
  test.use({ alteration: config({ session: "memory" }) });

  test("nothing is kept: a reload asks for the password", async ({ page }) => {
    await signInByForm(page, { at: TEST_IMAGE });
    await expect(table(page, LIST)).toBeVisible();
    const kept = () => page.evaluate(() => [sessionStorage.length, localStorage.length]);
    expect(await kept()).toEqual([0, 0]);
    await page.reload();
    await expect(heading(page, "Sign in")).toBeVisible();
    await expect(page.getByText("Nothing is stored.")).toBeVisible();
    await expect(page.getByText("blocks session storage")).toHaveCount(0);
  });

  test("tabs that are open share it", async ({ page, context }) => {
    await signInByForm(page, { at: TEST_IMAGE });
    const tab = await context.newPage();
    await tab.goto(TEST_IMAGE);
    await expect(table(tab, LIST)).toBeVisible();
    expect(await tab.evaluate(() => sessionStorage.length)).toBe(0);
    await button(page, "Sign out").click();
    await expect(heading(tab, "Sign in")).toBeVisible();
  });
});

test.describe("sessions of one hour", () => {
  test.use({ alteration: config({ session_hours: 1, idle_minutes: 0 }) });

  test("the password is asked for after an hour, whatever is done meanwhile, and the token ends", async ({
    page,
    emulator,
  }) => {
    await page.clock.install();
    await signInByForm(page, { at: TEST_IMAGE });
    const token = await tokenOf(page);
    await page.clock.fastForward("51:00");
    await page.mouse.move(5, 5);
    await expect(page.getByRole("banner")).toContainText(/Session ends in \d+ min/);
    await page.clock.fastForward("10:00");
    await expect(dialog(page, "Sign in again")).toBeVisible();
    await expect.poll(() => statusOf(emulator, token)).toBe(401);
    await fillPassword(page);
    await expect(table(page, LIST)).toBeVisible();
    await page.clock.fastForward("30:00");
    await expect(dialog(page, "Sign in again")).toHaveCount(0);
  });

  test("a tab that is opened again later asks for the password, and the token ends", async ({ page, context, emulator }) => {
    await signInByForm(page, { at: TEST_IMAGE });
    const [kept, token] = [await stored(page), await tokenOf(page)];
    await page.close();
    const { tab } = await reopen(context, kept, 120);
    await expect(heading(tab, "Sign in")).toBeVisible();
    await expect(tab.getByRole("main").getByText("Your session has expired.")).toBeVisible();
    await expect.poll(() => statusOf(emulator, token)).toBe(401);
  });
});

test.describe("a page that came over http", () => {
  test.use({
    direct: "the headers of the samples have the browser fetch everything over https",
    expectedFaults: [/request to another origin|Cross-Origin-Opener-Policy header has been ignored/],
  });

  // A proxy was reachable by http and did not redirect. Passwords went over the network in clear.
  test("has no field for a password or a token", async ({ page, server }) => {
    await page.goto(`http://plain.example:${new URL(server.url).port}/sign-in`);
    await expect(heading(page, "Sign in")).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("You can't sign in here: this page came over http");
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await expect(page.getByLabel("Password", { exact: true })).toHaveCount(0);
  });
});
