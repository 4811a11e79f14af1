// Saving the table of permissions: what is on the screen is what is in the file.
import { grantElsewhere } from "../support/api.ts";
import { openTest } from "../support/change.ts";
import { button, expectColumn, signIn, table } from "../support/console.ts";
import { ABOUT, readCsv, readTable, save } from "../support/file.ts";
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
  expect(name).toMatch(/^permissions-group-test-local-\d{4}-\d\d-\d\dT\d{4}\.csv$/);
  const [head, ...rows] = readTable(text);
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
  expect(name).toMatch(/^permissions-group-test-local-\d{4}-\d\d-\d\dT\d{4}\.json$/);
  const file = JSON.parse(text) as { entries: Record<string, unknown>[] };
  expect(file).toMatchObject({ kind: "permissions", version: 1, region: "local", read_by: "admin", rows: 5, of: 5 });
  expect(file.entries).toHaveLength(5);
  expect(file.entries).toContainEqual({
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
  const all = readTable((await save(page, page, "CSV")).text);
  expect(all).toEqual([HEAD, row("user03", 1, "read"), row("user02", 3, "write"), row("user01", 7, "manage")]);
  await page.getByRole("combobox", { name: "Level", exact: true }).selectOption({ label: "Write" });
  await expectColumn(permissions, 0, ["user02"]);
  expect(readTable((await save(page, page, "CSV")).text)).toEqual([HEAD, row("user02", 3, "write")]);
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
    expect((await download).suggestedFilename()).toMatch(/^permissions-group-test-local-\d{4}-\d\d-\d\dT\d{4}\.csv$/);
    await expect(page.getByRole("status")).toHaveText("已导出 4 行。");
  });
});

test("a searched list says in its file that it is filtered", async ({ page }) => {
  // A file of some rows looked like a file of all, and in a console of two regions nobody knew from which.
  await signIn(page, { at: `${TEST_IMAGE}?q=user&level=write&sort=-user` });
  await expectColumn(table(page, "Permissions of group/test"), 0, ["user02"]);
  const { name, text } = await save(page, page, "CSV");
  expect(name).toMatch(/-filtered\.csv$/);
  const [head, first] = readCsv(text);
  expect(head?.slice(0, ABOUT.length)).toEqual(ABOUT);
  const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown;
  expect(first?.slice(0, ABOUT.length)).toEqual(["local", "demo", "admin", at, "search=user; level=write", "user desc", "1", "4"]);
});

test("Export with effective access on saves the people who are there through the organization", async ({ page }) => {
  await openTest(page);
  await page.getByRole("switch", { name: "Effective access" }).click();
  await expect(table(page, "Effective access to group/test")).toBeVisible();
  const { name, text } = await save(page, page, "CSV");
  expect(name).toMatch(/^effective-access-group-test-local-/);
  const [head, ...rows] = readTable(text);
  expect(head).toEqual(
    "target,user_id,user_name,organization,image,effective_auth,effective,certainty,source,marks".split(","),
  );
  expect(rows).toContainEqual(
    ["group/test", ID.user04, "user04", "write", "none", "3", "write", "certain", "organization", ""],
  );
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("CSV for Excel opens in columns, and is offered first the next time", async ({ page }) => {
    await openTest(page);
    const { text } = await save(page, page, "CSV for Excel");
    expect(text.startsWith("\uFEFFregion;account;read_by;read_at;")).toBe(true);
    expect(text).toMatch(/;admin;\d{4}-\d\d-\d\d \d\d:\d\d:\d\d;/);
    await page.reload();
    await button(page, "Export").click();
    await expect(button(page, "CSV for Excel")).toBeFocused();
  });
});

test("images are saved as they are listed", async ({ page }) => {
  await signIn(page, { at: "/organizations/group?q=t" });
  await expect(table(page, "Images of group")).toBeVisible();
  const { name, text } = await save(page, page, "CSV");
  expect(name).toMatch(/^images-group-local-.*-filtered\.csv$/);
  const [head, ...rows] = readTable(text);
  expect(head).toEqual(["organization", "image", "visibility", "shared", "tags", "updated"]);
  expect(rows.map((row) => row.slice(1, 4))).toEqual([
    ["team/web/app", "private", "no"],
    ["test", "private", "no"],
  ]);
});
