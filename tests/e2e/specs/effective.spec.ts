// "Effective access": what everyone may do with an image in the end, by its own list and the organization's, and why.
import type { Locator, Page } from "@playwright/test";
import { GROUP_ACCESS, grantElsewhere, listenForAccess, listenForWrites, methods } from "../support/api.ts";
import { openTest, REVOKE } from "../support/change.ts";
import { button, dialog, expectCells, expectColumn, query, signIn, table } from "../support/console.ts";
import { grantDialog } from "../support/grant.ts";
import { expectProblem } from "../support/problem.ts";
import { ID, imageAt, TEST_IMAGE, type User } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const REDUNDANT = "Manage from organization group. The Manage grant on the image is redundant. Revoke";

/** Turns the view on and returns its table. */
async function turnOn(page: Page, of = "group/test"): Promise<Locator> {
  await page.getByRole("switch", { name: "Effective access", exact: true }).click();
  const effective = table(page, `Effective access to ${of}`);
  await expect(effective).toBeVisible();
  return effective;
}

const onGroup = (user: User, auth: number) => [{ user_id: ID[user], user_name: user, auth }];

test("levels of both parts, what results, and the reason in words", async ({ page, emulator }) => {
  await grantElsewhere(emulator, onGroup("user02", 1), GROUP_ACCESS);
  await grantElsewhere(emulator, onGroup("user03", 3), GROUP_ACCESS);
  await openTest(page);
  const requests = listenForAccess(page, GROUP_ACCESS);
  const effective = await turnOn(page);
  await expect(effective.getByRole("columnheader")).toHaveText([
    /^User/,
    "User ID",
    "Organization",
    "Image",
    "Effective",
    "Why",
  ]);
  await expectCells(effective, [
    ["admin You", ID.admin, "Manage", "Manage Redundant", "Manage", REDUNDANT],
    ["user01", ID.user01, "None", "Manage", "Manage", "Manage from the image grant."],
    [
      "user02",
      ID.user02,
      "Read",
      "Write",
      "Write Inferred",
      "Write from the image grant. Organization group alone gives Read.",
    ],
    [
      "user03",
      ID.user03,
      "Write",
      "Read Redundant",
      "Write Inferred",
      "Write from organization group. The Read grant on the image is redundant. Revoke",
    ],
    ["user04", ID.user04, "Write", "None", "Write", "Write from organization group."],
  ]);
  await expect(page.getByText(/^5 users with access through the image or its organization\./)).toBeVisible();
  expect(methods(requests), "the organization's list is read for it").toEqual(["GET"]);
  await page.getByRole("switch", { name: "Effective access", exact: true }).click();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
});

test("a grant that adds nothing can be revoked right there", async ({ page, emulator }) => {
  await grantElsewhere(emulator, onGroup("user03", 3), GROUP_ACCESS);
  await openTest(page);
  const effective = await turnOn(page);
  const writes = listenForWrites(page);
  await button(effective, "Revoke user03").click();
  const asking = dialog(page, REVOKE);
  await button(asking, "Revoke").click();
  await expect(page.getByRole("status")).toHaveText("Request succeeded. Revoked the permission of user03.");
  const row = effective.getByRole("row").filter({ hasText: "user03" });
  await expect(row.getByRole("cell").last()).toHaveText("Write from organization group.");
  expect(writes.map((request) => [request.method(), request.postDataJSON() as unknown])).toEqual([
    ["DELETE", [ID.user03]],
  ]);
});

test("somebody under two names is pointed out, and can be put right", async ({ page, emulator }) => {
  await grantElsewhere(emulator, [{ user_id: ID.user03, user_name: "renamed", auth: 7 }], GROUP_ACCESS);
  await openTest(page);
  const effective = await turnOn(page);
  await expect(effective.getByRole("cell", { name: "user03 Two names renamed" })).toBeVisible();
  await button(effective, "Change user03").click();
  await expect(page.getByRole("combobox", { name: "Permission of user03", exact: true })).toBeFocused();
});

test("that nobody else manages is said, with the way to change it", async ({ page }) => {
  await signIn(page, { at: imageAt("busybox") });
  const effective = await turnOn(page, "group/busybox");
  await expect(effective.getByText("Only manager", { exact: true })).toBeVisible();
  const note = page.getByText(/^Only admin has Manage on this image\./);
  await expect(note).toBeVisible();
  await button(page, "Grant permission").last().click();
  await expect(grantDialog(page).root).toBeVisible();
});

test("of a public image it is said that everyone can pull it", async ({ page }) => {
  await signIn(page, { at: imageAt("busybox") });
  await turnOn(page, "group/busybox");
  await expect(page.getByText("Anyone: pull, because the image is public.")).toBeVisible();
});

test("a private image has no such note", async ({ page }) => {
  await openTest(page);
  await turnOn(page);
  await expect(page.getByText(/can't be seen from here/)).toBeVisible();
  await expect(page.getByText(/everyone can pull it/)).toHaveCount(0);
});

test("without a right on the organization it shows what it knows, and says what it does not", async ({ page }) => {
  await openTest(page, "user03");
  const effective = await turnOn(page);
  await expect(page.getByText(/^Couldn't read the permissions on organization group/)).toBeVisible();
  await expect(page.getByRole("alert"), "that is usual and no fault").toHaveCount(0);
  const atLeast = (level: string) =>
    `At least ${level} from the image grant. The permission on organization group is unknown.`;
  const highest = "Manage from the image grant (highest level).";
  await expectCells(effective, [
    ["user03 You", ID.user03, "Unknown", "Read", "At least Read", atLeast("Read")],
    ["admin", ID.admin, "Unknown", "Manage", "Manage", highest],
    ["user01", ID.user01, "Unknown", "Manage", "Manage", highest],
    ["user02", ID.user02, "Unknown", "Write", "At least Write", atLeast("Write")],
  ]);
});

test("a failure to read the organization's list is told as one, and can be tried again", async ({ page }) => {
  await openTest(page);
  await page.route(`**${GROUP_ACCESS}`, (route) => route.abort());
  const effective = await turnOn(page);
  await expectProblem(page, "No connection.");
  await page.unrouteAll();
  await button(page, "Try again").click();
  await expectColumn(effective, 2, ["Manage", "None", "None", "None", "Write"]);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("search and level work on it, by what results", async ({ page }) => {
  await signIn(page, { at: `${TEST_IMAGE}?q=user0` });
  const effective = await turnOn(page);
  await expectColumn(effective, 0, ["user01", "user02", "user03", "user04"]);
  await page.getByRole("combobox", { name: "Level", exact: true }).selectOption({ label: "Write" });
  await expectColumn(effective, 0, ["user02", "user04"]);
  expect(query(page)).toEqual({ q: "user0", level: "write" });
  await page.getByRole("searchbox", { name: "Search users", exact: true }).fill("nobody");
  await expect(page.getByText("Nothing matches the filter.")).toBeVisible();
  await button(page, "Clear filter").click();
  await expect(effective.getByRole("row")).toHaveCount(6);
});

test("Refresh reads both parts", async ({ page, emulator }) => {
  await openTest(page);
  const effective = await turnOn(page);
  await grantElsewhere(emulator, onGroup("user01", 1), GROUP_ACCESS);
  await grantElsewhere(emulator, onGroup("user05", 1));
  await button(page, "Refresh").click();
  await expectColumn(effective, 2, ["Manage", "Read", "None", "None", "Write", "None"]);
});

test("an organization has no such view", async ({ page }) => {
  await signIn(page, { at: "/organizations/group/members" });
  await expect(table(page, "Permissions of group")).toBeVisible();
  await expect(page.getByRole("switch")).toHaveCount(0);
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the view and its reasons", async ({ page }) => {
    await signIn(page, { at: TEST_IMAGE });
    await page.getByRole("switch", { name: "有效权限", exact: true }).click();
    const effective = table(page, "group/test 的有效权限");
    await expect(effective.getByRole("columnheader")).toHaveText([
      /^用户/,
      "用户 ID",
      "组织权限",
      "镜像权限",
      "有效权限",
      "原因",
    ]);
    await expect(effective.getByText("“编辑”来自组织 group。", { exact: true })).toBeVisible();
    await expect(button(effective, "删除 admin 的权限")).toBeVisible();
  });
});
