// Taking a permission away: always asked first, and said in words what someone loses.
import type { Page } from "@playwright/test";
import { listenForAccess, listenForWrites, methods, onWrites, revokeElsewhere, storedLevel } from "../support/api.ts";
import { askToRevoke, expectLines, openTest } from "../support/change.ts";
import { button, dialog, expectColumn, field, heading, signIn } from "../support/console.ts";
import { expectProblem } from "../support/problem.ts";
import { ID, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const said = (page: Page) => page.getByRole("status");

test("a revocation says what is lost, is sent once, and the row is gone", async ({ page, emulator }) => {
  const permissions = await openTest(page);
  const requests = listenForAccess(page);
  const asking = await askToRevoke(page, "user01");
  await expect(asking).toContainText("on group/test");
  await expectLines(asking, [
    "user01 Manage → Nothing can no longer pull, push, delete or grant permissions, unless the organization allows it",
  ]);
  await expect(asking.getByRole("textbox"), "an ordinary one takes no typing").toHaveCount(1);
  await expect(field(asking, "Reason or ticket (optional)")).toHaveValue("");
  expect(requests).toHaveLength(0);
  await button(asking, "Revoke").click();
  await expect(said(page)).toHaveText("Request succeeded. Revoked the permission of user01.");
  await expect(asking).toHaveCount(0);
  await expectColumn(permissions, 0, ["admin You", "user02", "user03"]);
  await expect(heading(page, "group/test"), "the focus is not lost with the row").toBeFocused();
  expect(methods(requests)).toEqual(["GET", "DELETE", "GET"]);
  expect(requests[1]?.postData()).toBe(`["${ID.user01}"]`);
  expect(await storedLevel(emulator, "user01")).toBeUndefined();
});

for (const way of ["Cancel", "Escape"]) {
  test(`${way} revokes nothing, and the focus returns`, async ({ page }) => {
    await openTest(page);
    const requests = listenForAccess(page);
    const asking = await askToRevoke(page, "user02");
    await (way === "Cancel" ? button(asking, "Cancel").click() : page.keyboard.press("Escape"));
    await expect(asking).toHaveCount(0);
    await expect(button(page, "Revoke user02")).toBeFocused();
    expect(requests).toHaveLength(0);
  });
}

test("revoking one's own permission takes the image's name", async ({ page }) => {
  const permissions = await openTest(page);
  const writes = listenForWrites(page);
  const asking = await askToRevoke(page, "admin");
  await expect(asking.getByText(/^This is your own permission\./)).toBeVisible();
  const name = field(asking, "Type test to confirm");
  await name.fill("group/test");
  await button(asking, "Revoke").click();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  expect(writes).toHaveLength(0);
  await name.fill("test");
  await button(asking, "Revoke").click();
  await expect(said(page)).toHaveText("Request succeeded. Revoked the permission of admin.");
  await expectColumn(permissions, 0, ["user01", "user02", "user03"]);
  expect(methods(writes)).toEqual(["DELETE"]);
});

// Someone else is quicker by the blink of an eye: after the console has looked, before its own request is there.
// Services answer that in both ways.
for (const answer of ["404", "204"]) {
  test.describe(`a permission that is gone already, answered with ${answer}`, () => {
    test.use({ emulatorArgs: ["--switch", `delete-missing=${answer}`] });

    test("counts as gone", async ({ page, emulator }) => {
      const permissions = await openTest(page);
      const writes = listenForWrites(page);
      await onWrites(page, async (route) => {
        await revokeElsewhere(emulator, "user01");
        await route.continue();
      });
      const asking = await askToRevoke(page, "user01");
      await button(asking, "Revoke").click();
      await expectColumn(permissions, 0, ["admin You", "user02", "user03"]);
      const fact = "Revoked the permission of user01.";
      await expect(said(page)).toHaveText(answer === "404" ? fact : `Request succeeded. ${fact}`);
      await expect(asking).toHaveCount(0);
      expect(methods(writes)).toEqual(["DELETE"]);
    });
  });
}

test("a refusal is shown in the dialog, with the outcome for every user", async ({ page, emulator }) => {
  await openTest(page);
  const refusal = { error_code: "SVCSTG.SWR.4037020", error_msg: "Permission denied." };
  await onWrites(page, (route) => route.fulfill({ status: 403, json: refusal }));
  const asking = await askToRevoke(page, "user01");
  await button(asking, "Revoke").click();
  await expectProblem(asking, "Permission denied.");
  await expect(asking.getByText("Not applied", { exact: true })).toBeVisible();
  expect(await storedLevel(emulator, "user01")).toBe(7);
  await page.unrouteAll();
  await button(asking, "Retry what failed").click();
  await expect(said(page)).toHaveText("Request succeeded. Revoked the permission of user01.");
});

test("users who may not revoke are warned, and may still try", async ({ page }) => {
  await openTest(page, "user02");
  const writes = listenForWrites(page);
  const revoke = button(page, "Revoke user03");
  await expect(revoke).toHaveAttribute("aria-disabled", "true");
  await revoke.press("Enter");
  await expect(said(page)).toContainText("You probably can't change permissions here");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await button(page, "Try anyway").click();
  const asking = await askToRevoke(page, "user03");
  await button(asking, "Revoke").click();
  await expectProblem(asking, "Permission denied.");
  expect(methods(writes)).toEqual(["DELETE"]);
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("a permission is revoked", async ({ page }) => {
    await signIn(page, { at: TEST_IMAGE });
    await button(page, "删除 user01 的权限").click();
    const asking = dialog(page, "删除权限");
    await expectLines(asking, ["user01 管理 → 无 将不能下载、上传、删除镜像和授权（组织另有授权除外）"]);
    await button(asking, "删除").click();
    await expect(said(page)).toHaveText("删除成功。已删除 user01 的权限。");
  });
});
