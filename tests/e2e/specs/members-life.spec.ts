// Changing and revoking on an organization: the same controls, with the documented texts of organizations.
import type { Page } from "@playwright/test";
import { GROUP_ACCESS, listenForAccess, listenForWrites, methods } from "../support/api.ts";
import { askToRevoke, changeInRow, LEVELS, rowEdit } from "../support/change.ts";
import { button, dialog, expectCells, expectColumn, field, signIn, table } from "../support/console.ts";
import { expectProblem } from "../support/problem.ts";
import { ID } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const AT = "/organizations/group/members";
const members = (page: Page) => table(page, "Permissions of group");

test("a level is changed", async ({ page }) => {
  await signIn(page, { at: AT });
  await expect(members(page)).toBeVisible();
  const requests = listenForAccess(page, GROUP_ACCESS);
  await changeInRow(page, "user04", "Manage");
  await expect(page.getByRole("status")).toHaveText("Update succeeded. user04 now has Manage.");
  await expectColumn(members(page), LEVELS, ["Manage", "Manage"]);
  expect(methods(requests)).toEqual(["GET", "PATCH", "GET"]);
  expect(requests[1]?.postData()).toBe(`[{"user_id":"${ID.user04}","user_name":"user04","auth":7}]`);
});

test("a permission is revoked", async ({ page }) => {
  await signIn(page, { at: AT });
  await expect(members(page)).toBeVisible();
  const requests = listenForAccess(page, GROUP_ACCESS);
  const asking = await askToRevoke(page, "user04");
  await expect(asking).toContainText("can no longer pull or push its images, unless granted on an image");
  await button(asking, "Revoke").click();
  await expect(page.getByRole("status")).toHaveText("Deletion succeeded. Revoked the permission of user04.");
  await expectCells(members(page), [["admin You", ID.admin, "Manage"]]);
  expect(methods(requests)).toEqual(["GET", "DELETE", "GET"]);
  expect(requests[1]?.postData()).toBe(`["${ID.user04}"]`);
});

test("what is grave takes the organization's name, and says both reasons", async ({ page }) => {
  await signIn(page, { at: AT });
  const writes = listenForWrites(page);
  await changeInRow(page, "admin", "Read");
  const asking = dialog(page, "Change permission");
  await expect(asking.getByText(/^No user on the list will have Manage on the organization\./)).toBeVisible();
  await expect(asking.getByText(/^This is your own permission\./)).toBeVisible();
  await field(asking, "Type group to confirm").fill("group");
  await button(asking, "Change").click();
  await expectColumn(members(page), LEVELS, ["Read", "Write"]);
  expect(methods(writes)).toEqual(["PATCH"]);
});

for (const [method, language, headline] of [
  ["PATCH", "en", "The organization was not found."],
  ["DELETE", "en", "The organization was not found."],
  ["PATCH", "zh-CN", "组织不存在"],
  ["DELETE", "zh-CN", "组织不存在"],
] as const) {
  test.describe(`${method} in ${language}`, () => {
    test.use({ locale: language });

    test("answered with 404 is told in the documented words", async ({ page }) => {
      await signIn(page, { at: AT });
      const missing = { error_code: "SVCSTG.SWR.4040058", error_msg: "The namespace does not exist." };
      await page.route(`**${GROUP_ACCESS}`, (route) =>
        route.request().method() === "GET" ? route.continue() : route.fulfill({ status: 404, json: missing }),
      );
      if (method === "PATCH") {
        await button(page, language === "en" ? "Change user04" : "修改 user04 的权限").click();
        const edit = rowEdit(page, "user04", language);
        await edit.level.selectOption({ label: language === "en" ? "Read" : "读取" });
        await edit.save.click();
        await expectProblem(page, headline);
      } else {
        await button(page, language === "en" ? "Revoke user04" : "删除 user04 的权限").click();
        const asking = page.getByRole("dialog");
        await button(asking, language === "en" ? "Revoke" : "删除").click();
        await expectProblem(asking, headline);
      }
    });
  });
}

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("a permission on an organization is revoked", async ({ page }) => {
    await signIn(page, { at: AT });
    await button(page, "删除 user04 的权限").click();
    const asking = dialog(page, "删除权限");
    await expect(asking).toContainText("将不能下载和上传其镜像（镜像另有授权除外）");
    await button(asking, "删除").click();
    await expect(page.getByRole("status")).toHaveText("删除成功。已删除 user04 的权限。");
  });
});
