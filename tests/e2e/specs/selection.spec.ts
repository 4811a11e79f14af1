// Several people at once: who is selected, what is sent for them, and what is asked when they are many.
import { grantElsewhere, listenForWrites, methods } from "../support/api.ts";
import { askToChange, LEVELS, openTest, REVOKE, tick, tickAll } from "../support/change.ts";
import { button, dialog, expectColumn, field, signIn, table } from "../support/console.ts";
import { ID } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const entry = (name: keyof typeof ID, auth: number) => ({ user_id: ID[name], user_name: name, auth });

test("everybody but oneself is selected at once, changed by one request, and the selection is gone", async ({
  page,
}) => {
  const permissions = await openTest(page);
  const writes = listenForWrites(page);
  await expect(tick(page, "admin"), "nobody changes their own rights among others'").toHaveCount(0);
  await tickAll(page).check();
  await expect(page.getByText("3 of 3 selected", { exact: true })).toBeVisible();
  for (const name of ["user01", "user02", "user03"]) {
    await expect(tick(page, name)).toBeChecked();
  }
  const asking = await askToChange(page, "Write");
  await expect(asking.getByText("1 user already has this level and will be skipped.")).toBeVisible();
  await button(asking, "Change").click();
  await expect(page.getByRole("status")).toHaveText("Update succeeded. 2 users now have Write.");
  await expectColumn(permissions, LEVELS, ["Manage", "Write", "Write", "Write"]);
  for (const name of ["user01", "user02", "user03"]) {
    await expect(tick(page, name)).not.toBeChecked();
  }
  await expect(tickAll(page)).not.toBeChecked();
  expect(writes.map((request) => [request.method(), request.postDataJSON() as unknown])).toEqual([
    ["PATCH", [entry("user01", 3), entry("user03", 3)]],
  ]);
});

test("a part is selected, and only it is revoked", async ({ page }) => {
  const permissions = await openTest(page);
  const writes = listenForWrites(page);
  await tick(page, "user01").check();
  await tick(page, "user03").check();
  await expect(tick(page, "user02")).not.toBeChecked();
  await expect(tickAll(page)).toHaveJSProperty("indeterminate", true);
  await expect(page.getByText("2 of 3 selected", { exact: true })).toBeVisible();
  await button(page, "Revoke selected").click();
  await button(dialog(page, REVOKE), "Revoke").click();
  await expect(page.getByRole("status")).toHaveText("Request succeeded. Revoked the permissions of 2 users.");
  await expectColumn(permissions, 0, ["admin You", "user02"]);
  await expect(tick(page, "user02"), "who was not selected still is not").not.toBeChecked();
  expect(writes.map((request) => [request.method(), request.postDataJSON() as unknown])).toEqual([
    ["DELETE", [ID.user01, ID.user03]],
  ]);
});

test("with Shift a range is selected, and taken back", async ({ page, emulator }) => {
  await grantElsewhere(emulator, [entry("user05", 1), entry("user06", 1), entry("user07", 1)]);
  await openTest(page);
  const ticked = async () => {
    const names = ["user01", "user02", "user03", "user05", "user06", "user07"];
    const marks = await Promise.all(names.map((name) => tick(page, name).isChecked()));
    return names.filter((_, index) => marks[index]);
  };
  await tick(page, "user02").click();
  await tick(page, "user06").click({ modifiers: ["Shift"] });
  await expect.poll(ticked).toEqual(["user02", "user03", "user05", "user06"]);
  await tick(page, "user03").click({ modifiers: ["Shift"] });
  await expect.poll(ticked).toEqual(["user02"]);
});

test("Cancel keeps the selection", async ({ page }) => {
  await openTest(page);
  const writes = listenForWrites(page);
  await tick(page, "user02").check();
  const asking = await askToChange(page, "Manage");
  await button(asking, "Cancel").click();
  await expect(asking).toHaveCount(0);
  await expect(tick(page, "user02")).toBeChecked();
  expect(writes).toHaveLength(0);
});

test("while one searches, only who is found can be selected and changed", async ({ page }) => {
  const permissions = await openTest(page);
  const writes = listenForWrites(page);
  await tickAll(page).check();
  const search = page.getByRole("searchbox", { name: "Search users", exact: true });
  await search.fill("user03");
  await expectColumn(permissions, 0, ["user03"]);
  await expect(page.getByText("1 of 1 selected", { exact: true })).toBeVisible();
  const asking = await askToChange(page, "Manage");
  await expect(asking.getByRole("listitem"), "nobody is changed unseen").toHaveText([/^user03/]);
  await button(asking, "Change").click();
  await expect(page.getByRole("status")).toHaveText("Update succeeded. user03 now has Manage.");
  await search.fill("");
  await expectColumn(permissions, LEVELS, ["Manage", "Manage", "Write", "Manage"]);
  await expect(tick(page, "user01")).not.toBeChecked();
  expect(writes.map((request) => request.postDataJSON() as unknown)).toEqual([[entry("user03", 7)]]);
});

test("with nobody selected there is nothing to do", async ({ page }) => {
  await openTest(page);
  for (const name of ["Change selected", "Revoke selected"]) {
    await expect(button(page, name)).toHaveAttribute("aria-disabled", "true");
    await button(page, name).press("Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
});

test.describe("among ten thousand", () => {
  test.use({ emulatorArgs: ["--seed", "large"] });

  test("changing many takes the image's name", async ({ page }) => {
    await signIn(page, { at: "/organizations/large/images/users-10000?q=zoe&level=read" });
    const crowd = table(page, "Permissions of large/users-10000");
    await expect(crowd).toBeVisible();
    const writes = listenForWrites(page);
    await tickAll(page).check();
    const count = Number(/^(\d+) of/.exec((await page.getByText(/^\d+ of \d+ selected$/).textContent()) ?? "")?.[1]);
    expect(count).toBeGreaterThan(50);
    const asking = await askToChange(page, "Write");
    await expect(asking.getByText(`This affects ${count} users at once.`)).toBeVisible();
    await expect(asking.getByRole("listitem")).toHaveCount(50);
    await expect(asking.getByText(`and ${count - 50} more`)).toBeVisible();
    const name = field(asking, "Type users-10000 to confirm");
    await name.fill("users");
    await button(asking, "Change").click();
    await expect(asking.getByText("Type the name exactly as it is shown.")).toBeVisible();
    expect(writes).toHaveLength(0);
    await name.fill("users-10000");
    await button(asking, "Change").click();
    await expect(page.getByRole("status")).toHaveText(`Update succeeded. ${count} users now have Write.`);
    await page.getByRole("combobox", { name: "Level", exact: true }).selectOption({ label: "Read" });
    await expect(page.getByText("Nothing matches the filter.")).toBeVisible();
    expect(methods(writes), "one request for all").toEqual(["PATCH"]);
    expect(writes[0]?.postDataJSON() as unknown[]).toHaveLength(count);
  });
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("several people are changed at once", async ({ page }) => {
    await signIn(page, { at: "/organizations/group/images/test" });
    await page.getByRole("checkbox", { name: "全选", exact: true }).check();
    await expect(page.getByText("已选择 3 / 3", { exact: true })).toBeVisible();
    await button(page, "批量修改").click();
    const asking = dialog(page, "修改权限");
    await field(asking, "权限").selectOption({ label: "编辑" });
    await expect(asking.getByText("1 个用户已是该权限，不会发送。")).toBeVisible();
    await button(asking, "修改").click();
    await expect(page.getByRole("status")).toHaveText("更新成功。2 个用户现在拥有“编辑”权限。");
  });
});
