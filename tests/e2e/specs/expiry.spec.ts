// Tokens end by themselves, in the middle of anything.
import type { Page } from "@playwright/test";
import { listen, listenForGrants, statusOf } from "../support/api.ts";
import { button, dialog, field, signInByForm, table } from "../support/console.ts";
import { openGrant } from "../support/grant.ts";
import { reach } from "../support/outside.ts";
import { ID, PASSWORD, TEST_IMAGE } from "../support/seed.ts";
import { KEY, stored, tokenOf } from "../support/session.ts";
import { expect, test } from "../support/test.ts";

const AGAIN = "Sign in again";

test.use({ emulatorArgs: ["--token-seconds", "10"] });

test("a token ends in the middle of a grant: nothing typed is lost, nothing is sent by itself", async ({
  page,
  emulator,
}) => {
  // The clock of this computer runs behind, so it learns of the end by the 401 of the grant.
  await page.clock.setFixedTime(Date.now() - 3_600_000);
  await signInByForm(page, { at: TEST_IMAGE });
  const grants = listenForGrants(page);
  const opened = await openGrant(page);
  await opened.fill(1, "user05", ID.user05);
  await opened.level(1).selectOption({ label: "Write" });
  const token = await tokenOf(page);
  await expect.poll(() => statusOf(emulator, token), { timeout: 20_000 }).toBe(401);
  await opened.grant.click();

  const again = dialog(page, AGAIN);
  await expect(again.getByRole("alert")).toContainText("Authentication failed.");
  expect(await stored(page)).toBeNull();
  await expect(field(again, "Account")).toHaveValue("demo");
  await expect(field(again, "Account")).not.toBeEditable();
  await expect(field(again, "User name")).toHaveValue("admin");
  await expect(field(again, "User name")).not.toBeEditable();
  await field(again, "Password").fill("wrong");
  await button(again, "Sign in").click();
  await expect(again.getByText("Sign-in refused.")).toBeVisible();
  await expect(field(again, "Password")).toHaveValue("");
  await field(again, "Password").fill(PASSWORD);
  await button(again, "Sign in").click();

  await expect(again).toHaveCount(0);
  await expect(opened.name(1)).toHaveValue("user05");
  await expect(opened.id(1)).toHaveValue(ID.user05);
  await expect(opened.level(1).getByRole("option", { selected: true })).toHaveText("Write");
  expect(grants, "a write is never repeated by the program").toHaveLength(1);
  await opened.grant.click();
  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted Write to user05.");
  expect(grants).toHaveLength(2);
});

test("a token ends by the clock: it is asked for without a request, and the page is read again", async ({ page }) => {
  await signInByForm(page, { at: `${TEST_IMAGE}?q=user0` });
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  const requests = listen(page);
  const again = dialog(page, AGAIN);
  await expect(again).toBeVisible({ timeout: 20_000 });
  expect(requests).toHaveLength(0);
  await expect(page.getByText(ID.user01), "what was on the screen stays under the dialog").toBeVisible();
  const read = page.waitForResponse((response) => response.url().endsWith("/repos/test/access"));
  await field(again, "Password").fill(PASSWORD);
  await field(again, "Password").press("Enter");
  expect((await read).status()).toBe(200);
  await expect(again).toHaveCount(0);
  await expect(page.getByRole("searchbox", { name: "Search users" })).toHaveValue("user0");
});

test.describe("a token of an hour", () => {
  const region = { id: "local", swr: "", iam: "", project: "local", account: "demo" };
  // Nobody moves the mouse in these tests.
  test.use({
    emulatorArgs: ["--token-seconds", "3600"],
    alteration: { config: JSON.stringify({ regions: [region], idle_minutes: 0 }) },
  });

  const countdown = (page: Page) => page.getByRole("banner").getByText(/^Session ends in/);

  test("is counted down in its last ten minutes, and can be renewed before", async ({ page }) => {
    await page.clock.install();
    await signInByForm(page, { at: TEST_IMAGE });
    await expect(table(page, "Permissions of group/test")).toBeVisible();
    await page.clock.fastForward("49:00");
    await expect(countdown(page)).toHaveCount(0);
    await page.clock.fastForward("01:30");
    await expect(countdown(page)).toHaveText("Session ends in 10 min");
    await expect(page.getByRole("status")).toHaveText("Session ends in 10 min");
    await page.clock.fastForward("05:00");
    await expect(countdown(page)).toHaveText("Session ends in 5 min");
    await expect(page.getByRole("status"), "said once, not every minute").toBeEmpty();
    await page.clock.fastForward("03:45");
    await expect(countdown(page)).toHaveText(/^Session ends in \d+ s$/);
    await expect(page.getByRole("status")).toContainText(/^Session ends in/);

    await button(page.getByRole("banner"), AGAIN).click();
    const again = dialog(page, AGAIN);
    await expect(again.getByRole("alert")).toHaveCount(0);
    await field(again, "Password").fill(PASSWORD);
    await button(again, "Sign in").click();
    await expect(again).toHaveCount(0);
    await expect(table(page, "Permissions of group/test")).toBeVisible();
  });

  test("ends during sleep, and is asked for at once on return", async ({ page }) => {
    await page.clock.install();
    await signInByForm(page, { at: TEST_IMAGE });
    await expect(reach(page)).toHaveText("Private");
    const requests = listen(page);
    await page.clock.fastForward("08:00:00");
    await expect(dialog(page, AGAIN)).toBeVisible();
    expect(requests).toHaveLength(0);
  });

  test("is over by the clock after a reload: said, not tried", async ({ page }) => {
    await signInByForm(page, { at: TEST_IMAGE });
    // Away from the program, so that what it still requests is not taken for the reload's.
    await page.goto("/config.json");
    await page.evaluate((key) => {
      const kept = JSON.parse(sessionStorage.getItem(key) ?? "") as object;
      sessionStorage.setItem(key, JSON.stringify({ ...kept, expires: 1 }));
    }, KEY);
    const requests = listen(page);
    await page.goto(TEST_IMAGE);
    await expect(page.getByText("Your session has expired.", { exact: true }).first()).toBeVisible();
    expect(requests).toHaveLength(0);
    await field(page, "Account").fill("demo");
    await field(page, "User name").fill("admin");
    await field(page, "Password").fill(PASSWORD);
    await button(page, "Sign in").click();
    await expect(page).toHaveURL(TEST_IMAGE);
    await expect(table(page, "Permissions of group/test")).toBeVisible();
  });

  test("is good on a computer whose clock is a day ahead", async ({ page }) => {
    await page.clock.install({ time: Date.now() + 86_400_000 });
    await signInByForm(page, { at: TEST_IMAGE });
    await expect(table(page, "Permissions of group/test")).toBeVisible();
    await page.clock.runFor(5000);
    await expect(dialog(page, AGAIN)).toHaveCount(0);
    await expect(countdown(page)).toHaveCount(0);
    await page.reload();
    await expect(table(page, "Permissions of group/test")).toBeVisible();
  });
});
