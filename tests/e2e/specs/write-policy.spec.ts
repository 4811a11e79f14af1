// What config.json says about writing: a console that changes nothing, and one that asks for a reason.
import type { Page } from "@playwright/test";
import { grantElsewhere, GROUP_ACCESS, onWrites } from "../support/api.ts";
import { askToRevoke, CHANGE, changeInRow, openTest, tick } from "../support/change.ts";
import { button, dialog, field, heading, signIn, table } from "../support/console.ts";
import { openGrant } from "../support/grant.ts";
import { entry, openJournal } from "../support/journal.ts";
import { ID, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const region = { id: "local", swr: "", iam: "", project: "local", account: "demo" };
const config = (policy: object) => ({ config: JSON.stringify({ regions: [region], ...policy }) });

/** Counts what is written from now on. */
async function countWrites(page: Page): Promise<() => number> {
  let count = 0;
  await onWrites(page, (route) => {
    count += 1;
    return route.continue();
  });
  return () => count;
}

test.describe("a read-only console", () => {
  test.use({ alteration: config({ read_only: true, require_reason: true }) });
  const READ_ONLY = "This console is read-only: permissions can't be changed here.";

  test("shows permissions, says that it changes none, and every control says so too", async ({ page, emulator }) => {
    await grantElsewhere(emulator, [{ user_id: ID.user03, user_name: "user03", auth: 3 }], GROUP_ACCESS);
    await openTest(page);
    const writes = await countWrites(page);
    await expect(page.getByRole("main").getByText(READ_ONLY)).toBeVisible();
    await expect(button(page, "Try anyway")).toHaveCount(0);
    await tick(page, "user03").check();
    for (const name of ["Grant permission", "Change user03", "Revoke user03", "Change selected", "Revoke selected"]) {
      // Controls that say why they do nothing are disabled by name only.
      await button(page, name).click({ force: true });
      await expect(page.getByRole("status"), name).toHaveText(READ_ONLY);
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
    for (const name of ["Grant permission", "Change user03", "Revoke user03"]) {
      await expect(button(page, name)).toHaveAttribute("aria-disabled", "true");
    }
    await page.getByRole("switch", { name: "Effective access", exact: true }).click();
    // It offers to revoke a grant that adds nothing.
    await button(table(page, "Effective access to group/test"), "Revoke user03").click();
    await expect(page.getByRole("status")).toHaveText(READ_ONLY);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    expect(writes()).toBe(0);
  });
});

test.describe("a console that requires a reason", () => {
  test.use({ alteration: config({ require_reason: true }) });
  const MISSING = "Enter a reason or a ticket.";

  test("sends a grant once there is one, and shows every other fault too", async ({ page }) => {
    await openTest(page);
    const writes = await countWrites(page);
    const opened = await openGrant(page);
    const reason = field(opened.root, "Reason or ticket");
    await opened.grant.click();
    await expect(opened.root.getByText(MISSING)).toBeVisible();
    await expect(opened.name(1), "the first fault has the focus").toBeFocused();
    await opened.fill(1, "user05", ID.user05);
    await opened.grant.click();
    await expect(reason).toBeFocused();
    await expect(reason).toHaveAccessibleDescription(new RegExp(MISSING));
    await reason.fill("   ");
    await opened.grant.click();
    expect(writes()).toBe(0);
    await reason.fill("OPS-7");
    await expect(opened.root.getByText(MISSING)).toHaveCount(0);
    await reason.press("Enter");
    await expect(page.getByRole("status")).toContainText("Granted Read to user05.");
    expect(writes()).toBe(1);
    await openJournal(page);
    await expect(entry(page, 1)).toContainText("Reason: OPS-7");
  });

  test("asks for one where a row is saved, and for a revocation", async ({ page }) => {
    await openTest(page);
    const writes = await countWrites(page);
    await changeInRow(page, "user03", "Write");
    const asked = dialog(page, CHANGE);
    await button(asked, "Change").click();
    await expect(field(asked, "Reason or ticket")).toBeFocused();
    expect(writes()).toBe(0);
    await field(asked, "Reason or ticket").fill("OPS-8");
    await button(asked, "Change").click();
    await expect(page.getByRole("status")).toContainText("user03 now has Write.");
    const revoking = await askToRevoke(page, "user01");
    await expect(field(revoking, "Reason or ticket")).toHaveValue("OPS-8");
    await button(revoking, "Revoke").click();
    await expect(page.getByRole("status")).toContainText("Revoked the permission of user01.");
    expect(writes()).toBe(2);
  });

  test("keeps what was typed when a dialog is closed, and forgets it with the session", async ({ page }) => {
    await openTest(page);
    const revoking = await askToRevoke(page, "user01");
    await field(revoking, "Reason or ticket").fill("OPS-9");
    await button(revoking, "Cancel").click();
    const opened = await openGrant(page);
    await expect(field(opened.root, "Reason or ticket")).toHaveValue("OPS-9");
    await opened.cancel.click();
    await expect(opened.root).toHaveCount(0);
    await button(page, "Sign out").click();
    await expect(heading(page, "Sign in")).toBeVisible();
    await signIn(page, { at: TEST_IMAGE });
    const again = await openGrant(page);
    await expect(field(again.root, "Reason or ticket")).toHaveValue("");
  });
});
