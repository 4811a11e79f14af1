// Tokens end by themselves, in the middle of anything.
import type { Page } from "@playwright/test";
import { listen, listenForGrants, statusOf } from "../support/api.ts";
import { button, dialog, field, signIn, table } from "../support/console.ts";
import { openGrant } from "../support/grant.ts";
import { ID, PASSWORD, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const AGAIN = "Sign in again";
const KEY = "swr-console.session";

test.use({ emulatorArgs: ["--token-seconds", "10"] });

/** The token that the tab holds. */
function tokenOf(page: Page): Promise<string> {
  return page.evaluate((key) => (JSON.parse(sessionStorage.getItem(key) ?? "") as { token: string }).token, KEY);
}

test("a token ends in the middle of a grant: nothing typed is lost, nothing is sent by itself", async ({
  page,
  emulator,
}) => {
  // The clock of this computer runs behind, so it learns of the end by the 401 of the grant.
  await page.clock.setFixedTime(Date.now() - 3_600_000);
  await signIn(page, { at: TEST_IMAGE });
  const grants = listenForGrants(page);
  const opened = await openGrant(page);
  await opened.fill(1, "user05", ID.user05);
  await opened.level(1).selectOption({ label: "Write" });
  const token = await tokenOf(page);
  await expect.poll(() => statusOf(emulator, token), { timeout: 20_000 }).toBe(401);
  await opened.grant.click();

  const again = dialog(page, AGAIN);
  await expect(again.getByRole("alert")).toContainText("Authentication failed.");
  expect(await page.evaluate((key) => sessionStorage.getItem(key), KEY)).toBeNull();
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
  await signIn(page, { at: `${TEST_IMAGE}?q=user0` });
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
