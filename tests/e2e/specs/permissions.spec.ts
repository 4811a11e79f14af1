// The table of who may do what with an image.
import { grantElsewhere } from "../support/api.ts";
import { allowClipboard, clipboard } from "../support/clipboard.ts";
import { button, expectCells, expectColumn, field, heading, query, signIn, table } from "../support/console.ts";
import { expectProblem } from "../support/problem.ts";
import { ID, imageAt, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const PERMISSIONS = "Permissions of group/test";
const ALL = [
  ["admin You", ID.admin, "Manage"],
  ["user01", ID.user01, "Manage"],
  ["user02", ID.user02, "Write"],
  ["user03", ID.user03, "Read"],
];

test("everybody who was granted something, and what belongs to the list", async ({ page, server }) => {
  await signIn(page, { at: TEST_IMAGE });
  const permissions = table(page, PERMISSIONS);
  await expect(permissions.getByRole("columnheader")).toHaveText([/^User/, "User ID", "Permission", "Actions"]);
  await expectCells(permissions, ALL);
  await expect(page.getByText(/^4 users · updated ([01]\d|2[0-3]):[0-5]\d$/)).toBeVisible();
  await expect(page.getByText("Permission ID 3374887")).toBeVisible();
  await expect(page.getByText(`docker pull ${new URL(server.url).host}/group/test`, { exact: true })).toBeVisible();
  await expect(page.getByText(/Account administrators and IAM policies .* Groups can't be granted/)).toBeVisible();
  await expect(permissions.getByTitle("Pull, push, delete, and grant permissions").first()).toBeVisible();
});

test("the caller comes first under every order", async ({ page }) => {
  await signIn(page, { user: "user02", at: TEST_IMAGE });
  const permissions = table(page, PERMISSIONS);
  const own = ["user02 You", ID.user02, "Write"];
  const admin = ["admin", ID.admin, "Manage"];
  const user01 = ["user01", ID.user01, "Manage"];
  const user03 = ["user03", ID.user03, "Read"];
  await expectCells(permissions, [own, admin, user01, user03]);
  const orders: [string, string[][], string[][]][] = [
    ["Permission", [user03, admin, user01], [admin, user01, user03]],
    ["User ID", [user03, admin, user01], [user01, admin, user03]],
    ["User", [admin, user01, user03], [user03, user01, admin]],
  ];
  for (const [column, ascending, descending] of orders) {
    const head = permissions.getByRole("columnheader", { name: column, exact: true });
    await button(head, column).click();
    await expect(head).toHaveAttribute("aria-sort", "ascending");
    await expectCells(permissions, [own, ...ascending]);
    await button(head, column).click();
    await expect(head).toHaveAttribute("aria-sort", "descending");
    await expectCells(permissions, [own, ...descending]);
  }
  expect(query(page)).toEqual({ sort: "-user" });
});

test("users are found by name and by id, and by level", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const permissions = table(page, PERMISSIONS);
  const search = page.getByRole("searchbox", { name: "Search users", exact: true });
  const level = page.getByRole("combobox", { name: "Level", exact: true });
  await search.fill(" USER0 ");
  await expectColumn(permissions, 0, ["user01", "user02", "user03"]);
  await expect(page.getByText(/^3 of 4 users · updated \d\d:\d\d$/)).toBeVisible();
  await search.fill(ID.user02.slice(8, 20));
  await expectColumn(permissions, 0, ["user02"]);
  await search.fill("");
  await level.selectOption({ label: "Manage" });
  await expectColumn(permissions, 0, ["admin You", "user01"]);
  expect(query(page)).toEqual({ level: "manage" });
  await search.fill("nobody");
  await expect(page.getByText("Nothing matches the filter.")).toBeVisible();
  await button(page, "Clear filter").click();
  await expectCells(permissions, ALL);
  await expect(level.getByRole("option", { selected: true })).toHaveText("All levels");
});

test("ids and the pull command are copied with one click", async ({ page, server }) => {
  await allowClipboard(page);
  await signIn(page, { at: TEST_IMAGE });
  await button(table(page, PERMISSIONS).getByRole("row").filter({ hasText: "user02" }), "Copy user ID").click();
  await expect(page.getByRole("status")).toHaveText("Copied");
  expect(await clipboard(page)).toBe(ID.user02);
  await button(page, "Copy pull command").click();
  await expect.poll(() => clipboard(page)).toBe(`docker pull ${new URL(server.url).host}/group/test`);
});

test("a browser that forbids copying is met with advice", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await signIn(page, { at: TEST_IMAGE });
  await button(table(page, PERMISSIONS).getByRole("row").filter({ hasText: "user02" }), "Copy user ID").click();
  await expect(page.getByRole("status")).toHaveText("The browser does not allow copying. Select the text instead.");
});

test("Refresh shows what others have changed meanwhile", async ({ page, emulator }) => {
  await signIn(page, { at: TEST_IMAGE });
  await expectCells(table(page, PERMISSIONS), ALL);
  await grantElsewhere(emulator, [{ user_id: ID.user05, user_name: "user05", auth: 3 }]);
  await button(page, "Refresh").click();
  await expectCells(table(page, PERMISSIONS), [...ALL, ["user05", ID.user05, "Write"]]);
});

test("who sees an image through its organization has no row there", async ({ page }) => {
  await signIn(page, { user: "user04", at: imageAt("busybox") });
  await expectCells(table(page, "Permissions of group/busybox"), [["admin", ID.admin, "Manage"]]);
  await expect(page.getByText("You", { exact: true })).toHaveCount(0);
});

test.describe("an answer that lists the caller twice", () => {
  test.use({ emulatorArgs: ["--switch", "self-in-image-others=yes"] });

  test("shows everybody once", async ({ page }) => {
    await signIn(page, { at: TEST_IMAGE });
    await expectCells(table(page, PERMISSIONS), ALL);
    await expect(page.getByText(/^4 users · updated/)).toBeVisible();
  });
});

test.describe("the page of an image is", () => {
  test("for nobody who is not signed in", async ({ page }) => {
    await page.goto(TEST_IMAGE);
    await expect(heading(page, "Sign in")).toBeVisible();
    expect(await page.content()).not.toContain(ID.user01);
  });

  test("denied to who may not see it, with a word on whom to ask", async ({ page }) => {
    await signIn(page, { user: "user12", at: TEST_IMAGE });
    const alert = await expectProblem(page, "Permission denied.");
    await expect(alert).toContainText("Ask someone who manages the image or its organization.");
    await expect(page.getByRole("table")).toHaveCount(0);
    await expect(field(page, "Search users")).toHaveCount(1);
  });

  test("open to who may only read it", async ({ page }) => {
    await signIn(page, { user: "user03", at: TEST_IMAGE });
    await expectColumn(table(page, PERMISSIONS), 0, ["user03 You", "admin", "user01", "user02"]);
  });
});

test("three copied rows are three lines, which paste as three users", async ({ page }) => {
  // They were six lines, with "Change Revoke" among them.
  await signIn(page, { at: TEST_IMAGE });
  const permissions = table(page, PERMISSIONS);
  await expectColumn(permissions, 0, ["admin You", "user01", "user02", "user03"]);
  await allowClipboard(page);
  await permissions.evaluate((table) => {
    const cells = [...table.querySelectorAll("tbody tr")].map((row) => row.querySelectorAll("td"));
    getSelection()?.setBaseAndExtent(cells[1]?.[0] as Node, 0, cells[3]?.[2] as Node, 1);
  });
  await page.keyboard.press("ControlOrMeta+C");
  expect(await clipboard(page)).toBe(
    [`user01\t${ID.user01}\tManage`, `user02\t${ID.user02}\tWrite`, `user03\t${ID.user03}\tRead`].join("\n"),
  );
});
