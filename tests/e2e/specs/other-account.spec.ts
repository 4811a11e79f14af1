// Acting for another account by its agency: the token replaced, the way back kept, and both ended together.
import type { Locator, Page } from "@playwright/test";
import { issueToken, statusOf } from "../support/api.ts";
import { changeInRow } from "../support/change.ts";
import { button, dialog, field, heading, signIn, signInByForm, signInWithToken, table } from "../support/console.ts";
import type { Emulator } from "../support/emulator.ts";
import { discard, openGrant } from "../support/grant.ts";
import { entry, openJournal } from "../support/journal.ts";
import { ID, TEST_IMAGE } from "../support/seed.ts";
import { stored, tokenOf } from "../support/session.ts";
import { expect, test } from "../support/test.ts";

const SWITCH = "Switch account";

/** Opens the dialog. */
async function open(page: Page): Promise<Locator> {
  await button(page, SWITCH).click();
  const opened = dialog(page, SWITCH);
  await expect(opened).toBeVisible();
  return opened;
}

/** Fills in and sends it. */
async function name(opened: Locator, account: string, agency: string): Promise<void> {
  await field(opened, "Account").fill(account);
  await field(opened, "Agency").fill(agency);
  await button(opened, SWITCH).click();
}

/** Acts for the account `partner`. */
async function actForPartner(page: Page): Promise<void> {
  await name(await open(page), "partner", "swr-admins");
  await expect(page.getByRole("status")).toHaveText("You now act for partner.");
  await expect(page.getByRole("banner")).toContainText("partner / partner/swr-admins");
  // Until its organizations are read, a token that ends is noticed by that reading.
  await expect(heading(page, "Organizations"), "the address was of the own account").toBeVisible();
  await expect(button(page, "Refresh")).not.toHaveAttribute("aria-busy", "true");
}

test("a user acts for another account and goes back, without a password", async ({ page, emulator }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const own = await tokenOf(page);
  await actForPartner(page);
  const agencys = await tokenOf(page);
  expect(agencys).not.toBe(own);
  expect(await statusOf(emulator, own), "the way back is kept").toBe(200);

  await page.goto(TEST_IMAGE);
  await expect(page.getByRole("banner"), "a reload goes on for the account").toContainText("partner/swr-admins");
  await changeInRow(page, "user03", "Write");
  await openJournal(page);
  await expect(entry(page, 1)).toContainText("by partner/swr-admins");

  const back = await open(page);
  await button(back, "Back to admin").click();
  await expect(page.getByRole("banner")).toContainText("demo / admin");
  await expect(heading(page, "Organizations")).toBeVisible();
  expect(await tokenOf(page)).toBe(own);
  await expect.poll(() => statusOf(emulator, agencys)).toBe(401);
  await page.reload();
  await expect(page.getByRole("banner")).toContainText("demo / admin");
});

test("a user who may not act for an account, or names none, sees why", async ({ page }) => {
  await signIn(page, { user: "user01" });
  const opened = await open(page);
  await button(opened, SWITCH).click();
  await expect(opened.getByText("Fill in this field.")).toHaveCount(2);
  await name(opened, "nobody", "swr-admins");
  await expect(opened.getByText("Project or account not found.")).toBeVisible();
  await name(opened, "partner", "swr-admins");
  await expect(opened.getByText("Permission denied.")).toBeVisible();
  await expect(field(opened, "Account")).toHaveValue("partner");
  await button(opened, "Not now").click();
  await expect(page.getByRole("banner")).toContainText("demo / user01");
});

test("signing out ends both tokens and every tab of the user", async ({ page, context, emulator }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const other = await context.newPage();
  await other.goto(TEST_IMAGE);
  await expect(table(other, "Permissions of group/test")).toBeVisible();
  const own = await tokenOf(page);
  await actForPartner(page);
  await expect(other.getByRole("banner"), "other tabs stay").toContainText("demo / admin");
  const agencys = await tokenOf(page);
  await button(page, "Sign out").click();
  await expect(heading(page, "Sign in")).toBeVisible();
  await expect(heading(other, "Sign in")).toBeVisible();
  await expect.poll(() => statusOf(emulator, agencys)).toBe(401);
  await expect.poll(() => statusOf(emulator, own)).toBe(401);
  expect(await stored(page)).toBeNull();
});

test("signing out in another tab ends it too, and a reload does not bring it back", async ({ page, context }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const other = await context.newPage();
  await other.goto(TEST_IMAGE);
  await expect(table(other, "Permissions of group/test")).toBeVisible();
  await actForPartner(page);
  await button(other, "Sign out").click();
  await expect(heading(page, "Sign in")).toBeVisible();
  await page.goto(TEST_IMAGE);
  await expect(heading(page, "Sign in")).toBeVisible();
});

test("a pasted token is the user's own, and only the agency's is revoked", async ({ page, emulator }) => {
  const own = await issueToken(emulator, "admin");
  await signInWithToken(page, own);
  await actForPartner(page);
  const agencys = await tokenOf(page);
  await button(page, "Sign out").click();
  await expect.poll(() => statusOf(emulator, agencys)).toBe(401);
  expect(await statusOf(emulator, own)).toBe(200);
});

test("what is typed is asked about before the account is switched", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const opened = await openGrant(page);
  await opened.name(1).fill("somebody");
  await opened.name(1).press("Tab");
  await opened.cancel.click();
  await discard(page);
  await open(page);
});

/** Ends a token at IAM, as somebody else who has it. */
async function endToken(emulator: Emulator, token: string): Promise<void> {
  const headers = { "X-Auth-Token": token, "X-Subject-Token": token };
  expect((await fetch(`${emulator.url}/v3/auth/tokens`, { method: "DELETE", headers })).status).toBe(204);
}

test.describe("a token of the agency that has ended", () => {
  test("is replaced by a click, and what was open stays", async ({ page, emulator }) => {
    await signInByForm(page, { at: TEST_IMAGE });
    await actForPartner(page);
    await page.goto(TEST_IMAGE);
    const opened = await openGrant(page);
    await opened.fill(1, "user05", ID.user05);
    const ended = await tokenOf(page);
    await endToken(emulator, ended);
    await opened.grant.click();
    const again = dialog(page, "Sign in again");
    await expect(again.getByText("Your session has ended.")).toBeVisible();
    await expect(field(again, "Password")).toHaveCount(0);
    await button(again, "Go on for partner").click();
    await expect(again).toHaveCount(0);
    await expect(page.getByRole("banner")).toContainText("partner/swr-admins");
    await expect(opened.name(1)).toHaveValue("user05");
    expect(await tokenOf(page)).not.toBe(ended);
  });

  test("leads back to the own account instead", async ({ page, emulator }) => {
    await signInByForm(page, { at: TEST_IMAGE });
    const own = await tokenOf(page);
    await actForPartner(page);
    await endToken(emulator, await tokenOf(page));
    await button(page, "Refresh").click();
    await button(dialog(page, "Sign in again"), "Back to admin").click();
    await expect(page.getByRole("banner")).toContainText("demo / admin");
    expect(await tokenOf(page)).toBe(own);
  });

  // The own token had ended too. The button got no other one, and said nothing.
  test("can't be replaced once the own token has ended, and the page says so", async ({ page, emulator }) => {
    await signInByForm(page, { at: TEST_IMAGE });
    const own = await tokenOf(page);
    await actForPartner(page);
    await endToken(emulator, own);
    await endToken(emulator, await tokenOf(page));
    await button(page, "Refresh").click();
    const again = dialog(page, "Sign in again");
    await button(again, "Go on for partner").click();
    await expect(again.getByText("Your session has ended: the token has expired or was revoked.")).toBeVisible();
    await button(again, "Sign out").click();
    await expect(heading(page, "Sign in")).toBeVisible();
  });
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the dialog", async ({ page }) => {
    await signIn(page);
    await button(page, "切换账号").click();
    const opened = dialog(page, "切换账号");
    await field(opened, "账号").fill("partner");
    await field(opened, "委托").fill("swr-admins");
    await button(opened, "切换账号").click();
    await expect(page.getByRole("status")).toHaveText("您当前正在操作账号 partner。");
    await button(page, "切换账号").click();
    await button(dialog(page, "切换账号"), "返回 admin").click();
    await expect(page.getByRole("banner")).toContainText("demo / admin");
  });
});
