// Tabs that did not run: closed and reopened, restored with the browser, discarded to save memory, duplicated. Each finds
// its session in its own storage, and has heard of nothing meanwhile.
import type { Page } from "@playwright/test";
import { listen, statusOf } from "../support/api.ts";
import { button, dialog, field, heading, signInByForm, table } from "../support/console.ts";
import { ID, TEST_IMAGE } from "../support/seed.ts";
import { reopen, store, stored, tokenOf } from "../support/session.ts";
import { expect, test } from "../support/test.ts";

async function expectSignedOut(tab: Page, why: string): Promise<void> {
  await expect(heading(tab, "Sign in")).toBeVisible();
  await expect(tab.getByText(why).first()).toBeVisible();
  expect(await stored(tab)).toBeNull();
  expect(await tab.content()).not.toContain(ID.user01);
}

// At five an administrator closed the window. At seven someone else pressed Ctrl+Shift+T and was signed in, without a
// password: the idle limit was kept by programs, and none had run.
test("a tab that is reopened after the idle limit asks for the password", async ({ page, context, emulator }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const [kept, token] = [await stored(page), await tokenOf(page)];
  await page.close();
  const { tab, requests } = await reopen(context, kept, 16);
  await expectSignedOut(tab, "Signed out after 15 minutes without activity.");
  await expect(tab.getByText("IAM has revoked your last token.").first()).toBeVisible();
  expect(await statusOf(emulator, token)).toBe(401);
  expect(requests.filter((request) => request.method() !== "DELETE"), "nothing was read").toEqual([]);
});

// The tab had acted for another account. The agency's token was revoked, and the user's own one stayed good for a day.
test("a tab that acted for another account ends the user's own session too", async ({ page, context, emulator }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const own = await tokenOf(page);
  await button(page, "Switch account").click();
  const asked = dialog(page, "Switch account");
  await field(asked, "Account").fill("partner");
  await field(asked, "Agency").fill("swr-admins");
  await button(asked, "Switch account").click();
  await expect(page.getByRole("banner")).toContainText("partner/swr-admins");
  const [kept, agencys] = [await stored(page), await tokenOf(page)];
  await page.close();
  const { tab } = await reopen(context, kept, 16);
  await expectSignedOut(tab, "Signed out after 15 minutes without activity.");
  await tab.clock.runFor(2000);
  await expect.poll(() => statusOf(emulator, agencys)).toBe(401);
  await expect.poll(() => statusOf(emulator, own)).toBe(401);
});

test("a tab that is reopened before the idle limit goes on, and its idle time does not begin anew", async ({
  page,
  context,
}) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const kept = await stored(page);
  await page.close();
  const { tab } = await reopen(context, kept, 10);
  await expect(table(tab, "Permissions of group/test")).toBeVisible();
  await tab.clock.fastForward("05:30");
  await expectSignedOut(tab, "Signed out after 15 minutes without activity.");
});

test("activity is remembered for when the tab is opened again", async ({ page, context }) => {
  await page.clock.install();
  await signInByForm(page, { at: TEST_IMAGE });
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  await page.clock.fastForward("12:00");
  await page.mouse.move(5, 5);
  const kept = await stored(page);
  await page.close();
  const { tab } = await reopen(context, kept, 20);
  await expect(table(tab, "Permissions of group/test")).toBeVisible();
});

test("a clock that was set back does not make a session young again", async ({ page, context }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const kept = await stored(page);
  await page.close();
  const { tab } = await reopen(context, kept, -60);
  await expectSignedOut(tab, "Signed out after 15 minutes without activity.");
});

// Memory Saver had discarded a tab. In another one its user signed out "in all tabs". A click on the discarded one, and it
// was signed in again.
test("a tab that was away does not come back after signing out in another one", async ({ page, context }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const kept = await stored(page);
  await button(page, "Sign out").click();
  await expect(heading(page, "Sign in")).toBeVisible();
  const { id, token } = JSON.parse(kept ?? "") as { id: string; token: string };
  const local = await page.evaluate(() => JSON.stringify(localStorage));
  expect(local, "the random id of the session").toContain(id);
  expect(local).not.toContain(token);
  await page.close();
  const { tab, requests } = await reopen(context, kept, 1);
  await expectSignedOut(tab, "You signed out in another tab.");
  expect(requests).toEqual([]);
});

test("the ids of ended sessions are forgotten when their tokens have expired", async ({ page }) => {
  await page.clock.install();
  await signInByForm(page, { at: TEST_IMAGE });
  const first = (JSON.parse((await stored(page)) ?? "") as { id: string }).id;
  await button(page, "Sign out").click();
  await expect(heading(page, "Sign in")).toBeVisible();
  const ended = () => page.evaluate(() => localStorage.getItem("swr-console.ended") ?? "");
  expect(await ended()).toContain(first);
  await page.clock.setSystemTime(Date.now() + 25 * 3_600_000);
  await signInByForm(page, { at: TEST_IMAGE });
  await button(page, "Sign out").click();
  await expect(heading(page, "Sign in")).toBeVisible();
  await expect.poll(ended).not.toContain(first);
});

// Two consoles were hosted under one origin, with one region id for two clouds. The second found the first one's session
// in the tab and sent its token to the other cloud.
test("a session of other APIs is not used, and its token goes nowhere", async ({ page, context }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const kept = JSON.stringify({ ...(JSON.parse((await stored(page)) ?? "") as object), addresses: "/other/swr /other/iam" });
  await page.close();
  const tab = await context.newPage();
  const requests = listen(tab);
  await store(tab, kept);
  await tab.goto(TEST_IMAGE);
  await expect(heading(tab, "Sign in")).toBeVisible();
  expect(await stored(tab)).toBeNull();
  expect(requests).toEqual([]);
});
