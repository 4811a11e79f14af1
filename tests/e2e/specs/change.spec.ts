// Changing someone's level in their row: what is sent and when, what is asked first, and what a failure leaves.
import type { Page } from "@playwright/test";
import { grantElsewhere, listenForAccess, listenForWrites, methods, onWrites, storedLevel } from "../support/api.ts";
import { changeInRow, chosen, editRow, LEVELS, openTest, rowEdit } from "../support/change.ts";
import { button, dialog, expectColumn, field, signIn, table } from "../support/console.ts";
import { expectProblem } from "../support/problem.ts";
import { ID, imageAt, PASSWORD, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const said = (page: Page) => page.getByRole("status");

test("a level is changed in the row, by one exact request between two looks at the list", async ({
  page,
  emulator,
}) => {
  const permissions = await openTest(page);
  const address = page.url();
  const requests = listenForAccess(page);
  const { level, save } = await editRow(page, "user03");
  await expect(level, "one can choose at once").toBeFocused();
  await expect(chosen(level)).toHaveText("Read");
  await expect(level.getByRole("option")).toHaveText(["Read", "Write", "Manage"]);
  for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) {
    await page.keyboard.press(key);
  }
  await expect(chosen(level)).toHaveText("Write");
  expect(requests, "moving through the options sends nothing").toHaveLength(0);
  await save.click();
  await expect(said(page)).toHaveText("Update succeeded. user03 now has Write.");
  await expectColumn(permissions, LEVELS, ["Manage", "Manage", "Write", "Write"]);
  await expect(button(page, "Change user03")).toBeFocused();
  expect(methods(requests)).toEqual(["GET", "PATCH", "GET"]);
  expect(requests[1]?.postData()).toBe(`[{"user_id":"${ID.user03}","user_name":"user03","auth":3}]`);
  expect(await storedLevel(emulator, "user03")).toBe(3);
  expect(page.url(), "what is being changed is no place of its own").toBe(address);
});

test("a level is raised and lowered again, and the others stay", async ({ page }) => {
  const permissions = await openTest(page);
  await changeInRow(page, "user03", "Manage");
  await expectColumn(permissions, LEVELS, ["Manage", "Manage", "Write", "Manage"]);
  await changeInRow(page, "user03", "Read");
  await expect(said(page)).toHaveText("Update succeeded. user03 now has Read.");
  await changeInRow(page, "user01", "Read");
  await expectColumn(permissions, LEVELS, ["Manage", "Read", "Write", "Read"]);
});

for (const way of ["Cancel", "Escape"]) {
  test(`${way} leaves the row as it was`, async ({ page }) => {
    const permissions = await openTest(page);
    const requests = listenForAccess(page);
    const { level, cancel } = await editRow(page, "user03");
    await level.selectOption({ label: "Manage" });
    await (way === "Cancel" ? cancel.click() : page.keyboard.press("Escape"));
    await expect(button(page, "Change user03")).toBeFocused();
    await expectColumn(permissions, LEVELS, ["Manage", "Manage", "Write", "Read"]);
    await expect(chosen((await editRow(page, "user03")).level), "the next one begins again").toHaveText("Read");
    expect(requests).toHaveLength(0);
  });
}

test("saving the level that is there already sends nothing", async ({ page }) => {
  await openTest(page);
  const requests = listenForAccess(page);
  await (await editRow(page, "user02")).save.click();
  await expect(button(page, "Change user02")).toBeFocused();
  expect(requests).toHaveLength(0);
});

test("editing another row leaves the first one", async ({ page }) => {
  await openTest(page);
  const first = await editRow(page, "user03");
  await first.level.selectOption({ label: "Manage" });
  await editRow(page, "user02");
  await expect(first.level).toHaveCount(0);
});

// When another row was edited, the answer for the first one was lost: the table kept the old level, and the result said that
// the list could not be read.
test("a row that is edited while another one is saved stays as it is", async ({ page }) => {
  await openTest(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/repos/test/access", async (route) => {
    if (route.request().method() === "PATCH") await held;
    await route.continue();
  });
  const sent = page.waitForRequest((request) => request.method() === "PATCH");
  const first = await editRow(page, "user03");
  await first.level.selectOption({ label: "Write" });
  await first.save.click();
  await sent;
  const second = await editRow(page, "user02");
  await second.level.selectOption({ label: "Manage" });
  release();
  await expect(said(page)).toHaveText("Update succeeded. user03 now has Write.");
  await expect(chosen(second.level)).toHaveText("Manage");
  await second.save.click();
  await expect(said(page)).toHaveText("Update succeeded. user02 now has Manage.");
});

test("a value that is no level can be replaced by one", async ({ page, emulator }) => {
  let isOdd = true;
  await page.route("**/repos/test/access", async (route) => {
    isOdd &&= route.request().method() !== "PATCH";
    const answer = await route.fetch();
    const text = await answer.text();
    await route.fulfill({ response: answer, body: isOdd ? text.replace('"auth":1', '"auth":9') : text });
  });
  const permissions = await openTest(page);
  await expectColumn(permissions, LEVELS, ["Manage", "Manage", "Write", "Unknown (9)"]);
  const writes = listenForWrites(page);
  const { level, save } = await editRow(page, "user03");
  await expect(chosen(level)).toHaveText("Read");
  await save.click();
  await expect(said(page)).toHaveText("Update succeeded. user03 now has Read.");
  expect(methods(writes)).toEqual(["PATCH"]);
  expect(await storedLevel(emulator, "user03")).toBe(1);
});

test("lowering oneself asks for the image's name first", async ({ page }) => {
  const permissions = await openTest(page);
  const writes = listenForWrites(page);
  await changeInRow(page, "admin", "Write");
  const asking = dialog(page, "Change permission");
  await expect(asking.getByText("This is your own permission.")).toBeVisible();
  await expect(asking.getByText("Manage → Write")).toBeVisible();
  await expect(asking.getByText("can no longer delete or grant permissions")).toBeVisible();
  await button(asking, "Change").click();
  const name = field(asking, "Type test to confirm");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await name.fill("Test");
  await button(asking, "Change").click();
  await expect(asking.getByText("Type the name exactly as it is shown.")).toBeVisible();
  expect(writes).toHaveLength(0);
  await name.fill("test");
  await button(asking, "Change").click();
  await expect(said(page)).toHaveText("Update succeeded. admin now has Write.");
  await expectColumn(permissions, LEVELS, ["Write", "Manage", "Write", "Read"]);
  expect(methods(writes)).toEqual(["PATCH"]);
});

test("taking the last Manage away asks first", async ({ page }) => {
  await signIn(page, { user: "user04", at: imageAt("busybox") });
  const writes = listenForWrites(page);
  await changeInRow(page, "admin", "Read");
  const asking = dialog(page, "Change permission");
  await expect(asking.getByText(/^No user on the list will have Manage on the image\./)).toBeVisible();
  await button(asking, "Change").click();
  await field(asking, "Type busybox to confirm").fill("busybox");
  expect(writes).toHaveLength(0);
  await page.keyboard.press("Enter");
  await expectColumn(table(page, "Permissions of group/busybox"), LEVELS, ["Read"]);
  expect(methods(writes)).toEqual(["PATCH"]);
});

test.describe("a service that forbids changing oneself", () => {
  test.use({ emulatorArgs: ["--switch", "self-change=403"] });

  test("says so, and the choice stays", async ({ page, emulator }) => {
    await grantElsewhere(emulator, [{ user_id: ID.user04, user_name: "user04", auth: 1 }]);
    await openTest(page, "user04");
    const writes = listenForWrites(page);
    await changeInRow(page, "user04", "Write");
    await expectProblem(page, "Permission denied.");
    await expect(chosen(rowEdit(page, "user04").level)).toHaveText("Write");
    expect(await storedLevel(emulator, "user04")).toBe(1);
    expect(methods(writes)).toEqual(["PATCH"]);
  });
});

test("a 401 in the middle: the choice stays, and nothing is sent twice", async ({ page, emulator }) => {
  await openTest(page);
  const writes = listenForWrites(page);
  const refusal = { error_code: "SVCSTG.SWR.4010000", error_msg: "Authentication failed." };
  await onWrites(page, (route) => route.fulfill({ status: 401, json: refusal }));
  await changeInRow(page, "user03", "Manage");
  const again = dialog(page, "Sign in again");
  await expect(again.getByRole("alert")).toContainText("Authentication failed.");
  expect(methods(writes)).toEqual(["PATCH"]);
  await page.unrouteAll();
  await field(again, "Password").fill(PASSWORD);
  await button(again, "Sign in").click();
  await expect(again).toHaveCount(0);
  const { level, save } = rowEdit(page, "user03");
  await expect(chosen(level)).toHaveText("Manage");
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(methods(writes), "a write is never repeated by the program").toEqual(["PATCH"]);
  expect(await storedLevel(emulator, "user03")).toBe(1);
  await save.click();
  await expect(said(page)).toHaveText("Update succeeded. user03 now has Manage.");
  expect(methods(writes)).toEqual(["PATCH", "PATCH"]);
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("a level is changed in the row", async ({ page }) => {
    await signIn(page, { at: TEST_IMAGE });
    const { level, save } = await editRow(page, "user03", "zh-CN");
    await expect(level.getByRole("option")).toHaveText(["读取", "编辑", "管理"]);
    await level.selectOption({ label: "编辑" });
    await save.click();
    await expect(said(page)).toHaveText("更新成功。user03 现在拥有“编辑”权限。");
    await button(page, "修改 admin 的权限").click();
    await rowEdit(page, "admin", "zh-CN").level.selectOption({ label: "读取" });
    await rowEdit(page, "admin", "zh-CN").save.click();
    const asking = dialog(page, "修改权限");
    await expect(asking.getByText("这是您自己的权限，之后您可能无法为自己恢复。")).toBeVisible();
    await expect(field(asking, "输入 test 以确认")).toBeVisible();
    await expect(asking.getByText("将不能上传、删除镜像和授权")).toBeVisible();
  });
});
