// Filling in the grant dialog: suggestions, paste, and what is pointed out before anything is sent.
import { listenForGrants } from "../support/api.ts";
import { paste } from "../support/clipboard.ts";
import { button, signIn } from "../support/console.ts";
import { discard, openGrant } from "../support/grant.ts";
import { ID, STRANGERS, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

test("an administrator picks a user by arrows and Enter", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  const name = dialog.name(1);
  await expect(name).toHaveRole("combobox");
  await expect(name).toHaveAttribute("aria-expanded", "false");
  await name.pressSequentially("user0");
  await expect(dialog.suggestions).toBeVisible();
  await expect(name).toHaveAttribute("aria-expanded", "true");
  const options = dialog.suggestions.getByRole("option");
  await expect(options.first(), "who holds nothing yet comes first").toContainText("user04");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(dialog.suggestions.getByRole("option", { selected: true })).toContainText("user05");
  const active = await name.getAttribute("aria-activedescendant");
  expect(await dialog.suggestions.getByRole("option", { selected: true }).getAttribute("id")).toBe(active);
  await page.keyboard.press("ArrowUp");
  await expect(dialog.suggestions.getByRole("option", { selected: true })).toContainText("user04");
  await page.keyboard.press("Enter");
  await expect(dialog.suggestions).toHaveCount(0);
  await expect(name).toHaveValue("user04");
  await expect(dialog.id(1)).toHaveValue(ID.user04);
  await expect(name, "the focus stays in the field").toBeFocused();
});

test("a user is picked with the mouse, and found by a piece of the id", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.name(1).pressSequentially(ID.user08.slice(4, 12));
  await dialog.suggestions.getByRole("option", { name: /user08/ }).click();
  await expect(dialog.name(1)).toHaveValue("user08");
  await expect(dialog.id(1)).toHaveValue(ID.user08);
});

test("Escape closes the suggestions first, and the dialog only then", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.name(1).pressSequentially("user");
  await expect(dialog.suggestions).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog.suggestions).toHaveCount(0);
  await expect(dialog.name(1)).toHaveValue("user");
  await expect(dialog.name(1)).toBeFocused();
  await page.keyboard.press("Escape");
  await discard(page);
  await expect(dialog.root).toHaveCount(0);
});

test("somebody who may not list users types freely, with those seen as suggestions", async ({ page }) => {
  await signIn(page, { user: "user01", at: TEST_IMAGE });
  const requests = listenForGrants(page);
  const dialog = await openGrant(page);
  await expect(dialog.root).toContainText("You can't list the account's users");
  await expect(dialog.root.getByRole("alert"), "a right that most people lack is no alarm").toHaveCount(0);
  await dialog.name(1).pressSequentially("user");
  await expect(dialog.suggestions.getByRole("option")).toHaveText([/user01/, /user02/, /user03/]);
  await dialog.fill(1, "user05", ID.user05);
  await dialog.grant.click();
  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted Read to user05.");
  expect(requests).toHaveLength(1);
});

test("a whole name that only one person has brings the id along", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.name(1).pressSequentially("user06");
  await page.keyboard.press("Tab");
  await expect(dialog.id(1)).toHaveValue(ID.user06);
});

test("an id typed right after the name is the id", async ({ page }) => {
  // The name brings the id along when it is left. Who types the id anyway must not get it twice.
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.name(1).pressSequentially("user06");
  await page.keyboard.press("Tab");
  await page.keyboard.type(ID.user06);
  await expect(dialog.id(1)).toHaveValue(ID.user06);
});

test("pasted lines fill rows", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await expect(dialog.name(1)).toBeFocused();
  await paste(page, `name,id,level\nuser05,${ID.user05},write\n"user06",${ID.user06},7\n\nuser07,${ID.user07}\n`);
  const rows = [
    ["user05", ID.user05, "Write"],
    ["user06", ID.user06, "Manage"],
    ["user07", ID.user07, "Read"],
  ] as const;
  for (const [index, [name, id, level]] of rows.entries()) {
    await expect(dialog.name(index + 1)).toHaveValue(name);
    await expect(dialog.id(index + 1)).toHaveValue(id);
    await expect(dialog.level(index + 1).getByRole("option", { selected: true })).toHaveText(level);
  }
  await expect(dialog.row(4)).toHaveCount(0);
  await expect(page.getByRole("status")).toHaveText("3 users read, 1 line skipped.");
});

test("a pasted name alone is only a name", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await expect(dialog.name(1)).toBeFocused();
  await paste(page, "user05");
  await expect(dialog.name(1)).toHaveValue("user05");
  await expect(dialog.row(2)).toHaveCount(0);
});

test("what is missing is pointed out beside its field when one tries to send", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const requests = listenForGrants(page);
  const dialog = await openGrant(page);
  await expect(dialog.name(1), "nobody is blamed before").not.toHaveAttribute("aria-invalid");
  await dialog.grant.click();
  await expect(dialog.name(1)).toHaveAccessibleDescription("Enter the user's name.");
  await expect(dialog.id(1)).toHaveAccessibleDescription("Enter the user's ID.");
  await expect(dialog.name(1)).toBeFocused();
  await dialog.name(1).fill("x".repeat(65));
  await expect(dialog.name(1)).toHaveAccessibleDescription("A user name has at most 64 characters.");
  await dialog.name(1).fill("小".repeat(64));
  await expect(dialog.name(1)).not.toHaveAttribute("aria-invalid");
  await dialog.grant.click();
  await expect(dialog.id(1)).toBeFocused();
  await dialog.id(1).fill(STRANGERS[0]);
  await button(dialog.root, "Add another user").click();
  await dialog.fill(2, "the same again", STRANGERS[0]);
  await expect(dialog.id(2)).toHaveAccessibleDescription("The same ID as user 1. Remove one of them.");
  await expect(dialog.id(2)).toHaveAttribute("aria-invalid", "true");
  await dialog.grant.click();
  await expect(dialog.id(2)).toBeFocused();
  expect(requests).toHaveLength(0);
});
