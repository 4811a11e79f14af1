// Finding a user of the account for a grant.
import type { Page } from "@playwright/test";
import { grantElsewhere, TEST_ACCESS } from "../support/api.ts";
import { button, signIn } from "../support/console.ts";
import { openGrant } from "../support/grant.ts";
import { ID, imageAt, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

interface AccountUser {
  id: string;
  name: string;
  enabled: boolean;
}

/** Has IAM answer otherwise about the account's users. */
async function alterUsers(page: Page, alter: (users: AccountUser[]) => AccountUser[]): Promise<void> {
  await page.route("**/v3/users", async (route) => {
    const answer = await route.fetch();
    const { users } = (await answer.json()) as { users: AccountUser[] };
    await route.fulfill({ response: answer, json: { users: alter(users) } });
  });
}

test("more people than are shown are counted, aloud and under the list", async ({ page }) => {
  // "8 suggestions." was said where twelve people fitted.
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.name(1).pressSequentially("user");
  await expect(dialog.suggestions.getByRole("option")).toHaveCount(8);
  await expect(page.getByRole("status")).toHaveText("8 of 12, type more to narrow.");
  await expect(dialog.root.getByText("8 of 12, type more to narrow.").first()).toBeVisible();
});

test("an assistive click on a suggestion picks it, and an input method's Enter does not", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.name(1).pressSequentially("user05");
  await page.keyboard.press("ArrowDown");
  await dialog.name(1).dispatchEvent("keydown", { key: "Enter", keyCode: 229 });
  await expect(dialog.suggestions).toBeVisible();
  await dialog.suggestions.getByRole("option", { name: /user05/ }).evaluate((option: HTMLElement) => option.click());
  await expect(dialog.id(1)).toHaveValue(ID.user05);
});

test("a renamed user is found by both names and offered under the present one", async ({ page, emulator }) => {
  await alterUsers(page, (users) =>
    users.map((user) => (user.id === ID.user01 ? { ...user, name: "user01-new" } : user)),
  );
  await grantElsewhere(emulator, [{ user_id: ID.user05, user_name: "user05", auth: 1 }], TEST_ACCESS);
  await signIn(page, { at: TEST_IMAGE });
  await expect(page.getByRole("row", { name: /user01/ })).toContainText("now user01-new");
  const dialog = await openGrant(page);
  for (const typed of ["user01-new", "user01"]) {
    await dialog.name(1).fill(typed);
    await expect(dialog.suggestions.getByRole("option")).toHaveCount(1);
    await expect(dialog.suggestions.getByRole("option")).toHaveText(/^user01-new.*also user01$/);
  }
});

test("a disabled user comes last, and says so", async ({ page }) => {
  await alterUsers(page, (users) => users.map((user) => ({ ...user, enabled: user.id !== ID.user05 })));
  await signIn(page, { at: imageAt("busybox") });
  const dialog = await openGrant(page);
  await dialog.name(1).pressSequentially("user0");
  await expect(dialog.suggestions.getByRole("option").last()).not.toContainText("user05");
  await dialog.name(1).fill("user05");
  await expect(dialog.suggestions.getByRole("option")).toHaveText(/user05.*disabled$/);
});

test("two IDs of one name bring none along, and the dialog says why", async ({ page }) => {
  await alterUsers(page, (users) => users.map((user) => (user.id === ID.user06 ? { ...user, name: "user05" } : user)));
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.name(1).fill("user05");
  await expect(dialog.suggestions.getByRole("option")).toHaveText([/2 IDs with this name/, /2 IDs with this name/]);
  await dialog.name(1).press("Tab");
  await expect(dialog.id(1)).toHaveValue("");
  await expect(dialog.name(1)).toHaveAccessibleDescription(
    "2 users have this name. Pick one of the suggestions, or enter the ID.",
  );
});

test("the suggestions float above a short dialog, and stay in the window", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 500 });
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  for (let more = 0; more < 4; more += 1) {
    await button(dialog.root, "Add another user").click();
  }
  await dialog.name(5).pressSequentially("user");
  await expect(dialog.suggestions.getByRole("option")).toHaveCount(8);
  const box = async () => (await dialog.suggestions.locator("xpath=..").boundingBox()) ?? { y: -1, height: 0 };
  await expect.poll(async () => (await box()).y).toBeGreaterThanOrEqual(0);
  expect((await box()).y + (await box()).height).toBeLessThanOrEqual(500);
  // What is at its middle is the list itself and no edge of the dialog over it.
  const { y, height } = await box();
  const field = (await dialog.name(5).boundingBox()) ?? { x: 0 };
  const isOnTop = await page.evaluate(
    ([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0)?.closest(".suggestions") !== null,
    [field.x + 20, y + height / 2],
  );
  expect(isOnTop).toBe(true);
});

test("whom the account does not have is marked on the list, and found by a filter", async ({ page }) => {
  await alterUsers(page, (users) =>
    users.filter((user) => user.id !== ID.user03).map((user) => ({ ...user, enabled: user.id !== ID.user02 })),
  );
  await signIn(page, { at: TEST_IMAGE });
  const row = (name: string) => page.getByRole("row").filter({ has: page.getByRole("cell", { name, exact: true }) });
  await expect(row("user03")).toContainText("Not in the account");
  await expect(row("user02")).toContainText("Disabled");
  await expect(row("user01")).not.toContainText("Not in the account");
  await page.getByRole("combobox", { name: "Account", exact: true }).selectOption({ label: "Not in the account" });
  await expect(row("user01")).toHaveCount(0);
  await expect(row("user03")).toBeVisible();
  expect(new URL(page.url()).searchParams.get("show")).toBe("absent");
  await page.getByRole("switch", { name: "Effective access" }).click();
  await expect(page.getByRole("table", { name: "Effective access to group/test" })).toContainText("Not in the account");
  await expect(page.getByRole("table")).not.toContainText("user01");
});

test("who may not list the account's users sees no marks and no fault", async ({ page }) => {
  const users = page.waitForResponse("**/v3/users");
  await signIn(page, { user: "user01", at: TEST_IMAGE });
  expect((await users).status()).toBe(403);
  await expect(page.getByRole("table")).toContainText("user03");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByText("Not in the account")).toHaveCount(0);
});
