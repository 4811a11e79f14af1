// The permissions of an organization: the same table, the same dialog.
import { listenForGrants } from "../support/api.ts";
import { expectCells, heading, signIn, table } from "../support/console.ts";
import { grantDialog, openGrant } from "../support/grant.ts";
import { ID } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

test("the permissions of an organization", async ({ page }) => {
  await signIn(page, { at: "/organizations/group/members" });
  await expect(heading(page, "group")).toBeVisible();
  await expectCells(table(page, "Permissions of group"), [
    ["admin You", ID.admin, "Manage"],
    ["user04", ID.user04, "Write"],
  ]);
  await expect(page.getByText(/^2 users · updated \d\d:\d\d$/)).toBeVisible();
  await expect(page.getByText(/repeated entr/), "that the service lists the caller twice is its way").toHaveCount(0);
});

test("a permission on an organization is granted the same way", async ({ page }) => {
  await signIn(page, { at: "/organizations/group/members" });
  const requests = listenForGrants(page);
  const dialog = await openGrant(page);
  await expect(grantDialog(page).root).toContainText("on group");
  await dialog.fill(1, "user05", ID.user05);
  await dialog.level(1).selectOption({ label: "Write" });
  await dialog.grant.click();
  await expect(page.getByRole("status")).toHaveText("Creation succeeded. Granted Write to user05.");
  await expect(table(page, "Permissions of group").getByText("user05", { exact: true })).toBeVisible();
  expect(new URL(requests[0]?.url() ?? "").pathname).toBe("/v2/manage/namespaces/group/access");
  expect(requests[0]?.postDataJSON()).toEqual([{ user_id: ID.user05, user_name: "user05", auth: 3 }]);
});
