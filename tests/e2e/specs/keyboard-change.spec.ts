// Changing, revoking and undoing by keyboard alone.
import { storedLevel } from "../support/api.ts";
import { rowEdit, tickAll } from "../support/change.ts";
import { button, dialog, field, heading, signIn } from "../support/console.ts";
import { entry } from "../support/journal.ts";
import { tabTo } from "../support/keyboard.ts";
import { TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

test("a level is changed, a permission revoked, and that undone, without a mouse", async ({ page, emulator }) => {
  await signIn(page, { at: TEST_IMAGE });
  await tabTo(page, button(page, "Change user03"));
  await page.keyboard.press("Enter");
  await expect(rowEdit(page, "user03").level).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await tabTo(page, rowEdit(page, "user03").save);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("Update succeeded. user03 now has Write.");
  await expect(button(page, "Change user03")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(button(page, "Revoke user03")).toBeFocused();
  await page.keyboard.press("Space");
  const revoking = dialog(page, "Revoke permission");
  await tabTo(page, button(revoking, "Revoke"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("Request succeeded. Revoked the permission of user03.");
  await expect(heading(page, "group/test")).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "Journal", exact: true }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Journal")).toBeFocused();
  await tabTo(page, button(entry(page, 2), "Undo"));
  await page.keyboard.press("Enter");
  const undoing = dialog(page, "Undo");
  await tabTo(page, button(undoing, "Undo"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("Undone for 1 user.");
  expect(await storedLevel(emulator, "user03")).toBe(3);
});

test("several people are selected and changed without a mouse", async ({ page, emulator }) => {
  await signIn(page, { at: TEST_IMAGE });
  await tabTo(page, tickAll(page));
  await page.keyboard.press("Space");
  await tabTo(page, button(page, "Change selected"));
  await page.keyboard.press("Enter");
  const asking = dialog(page, "Change permission");
  await expect(field(asking, "Permission"), "the first thing to decide").toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, button(asking, "Change"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("Update succeeded. 2 users now have Manage.");
  expect(await storedLevel(emulator, "user03")).toBe(7);
});
