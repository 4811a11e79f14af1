// Saving the table of permissions: what is on the screen is what is in the file.
import { grantElsewhere } from "../support/api.ts";
import { openTest } from "../support/change.ts";
import { button, expectColumn, signIn, table } from "../support/console.ts";
import { readCsv, save } from "../support/file.ts";
import { ID, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const HEAD = ["target", "user_id", "user_name", "auth", "permission"];
const row = (name: keyof typeof ID, auth: number, level: string) => ["group/test", ID[name], name, `${auth}`, level];

test("as CSV, for spreadsheets", async ({ page, emulator }) => {
  await grantElsewhere(emulator, [
    { user_id: ID.user05, user_name: '=HYPERLINK("x"),1', auth: 1 },
    { user_id: ID.user06, user_name: "用户;六", auth: 3 },
  ]);
  await openTest(page);
  const { name, text } = await save(page, page, "CSV");
  await expect(page.getByRole("status")).toHaveText("Exported 6 rows.");
  expect(name).toBe("permissions-group-test.csv");
  const [head, ...rows] = readCsv(text);
  expect(head).toEqual(HEAD);
  expect(rows).toHaveLength(6);
  expect(rows).toEqual(
    expect.arrayContaining([
      row("admin", 7, "manage"),
      row("user01", 7, "manage"),
      row("user02", 3, "write"),
      row("user03", 1, "read"),
      ["group/test", ID.user05, `'=HYPERLINK("x"),1`, "1", "read"],
      ["group/test", ID.user06, "用户;六", "3", "write"],
    ]),
  );
});

test("as JSON, for programs", async ({ page, emulator }) => {
  await grantElsewhere(emulator, [{ user_id: ID.user05, user_name: '=1"', auth: 1 }]);
  await openTest(page);
  const { name, text } = await save(page, page, "JSON");
  expect(name).toBe("permissions-group-test.json");
  const entries = JSON.parse(text) as Record<string, unknown>[];
  expect(entries).toHaveLength(5);
  expect(entries).toContainEqual({
    target: "group/test",
    user_id: ID.user05,
    user_name: '=1"',
    auth: 1,
    permission: "read",
  });
});

test("only what search and level let through, in the order of the table", async ({ page }) => {
  await signIn(page, { at: `${TEST_IMAGE}?q=user&sort=-user` });
  const permissions = table(page, "Permissions of group/test");
  await expectColumn(permissions, 0, ["user03", "user02", "user01"]);
  const all = readCsv((await save(page, page, "CSV")).text);
  expect(all).toEqual([HEAD, row("user03", 1, "read"), row("user02", 3, "write"), row("user01", 7, "manage")]);
  await page.getByRole("combobox", { name: "Level", exact: true }).selectOption({ label: "Write" });
  await expectColumn(permissions, 0, ["user02"]);
  expect(readCsv((await save(page, page, "CSV")).text)).toEqual([HEAD, row("user02", 3, "write")]);
  await expect(page.getByRole("status")).toHaveText("Exported 1 row.");
});

test("the kinds of file go away with Escape", async ({ page }) => {
  await openTest(page);
  const opener = button(page, "Export");
  await opener.click();
  await expect(opener).toHaveAttribute("aria-expanded", "true");
  await expect(button(page, "CSV")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(opener).toHaveAttribute("aria-expanded", "false");
  await expect(button(page, "CSV")).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test("after saving, the focus is still somewhere", async ({ page }) => {
  await openTest(page);
  await save(page, page, "CSV");
  await expect(button(page, "CSV")).toHaveCount(0);
  await expect(button(page, "Export")).toBeFocused();
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the columns are the same, as programs read them", async ({ page }) => {
    await signIn(page, { at: TEST_IMAGE });
    await button(page, "导出").click();
    const download = page.waitForEvent("download");
    await button(page, "CSV").click();
    expect((await download).suggestedFilename()).toBe("permissions-group-test.csv");
    await expect(page.getByRole("status")).toHaveText("已导出 4 行。");
  });
});
