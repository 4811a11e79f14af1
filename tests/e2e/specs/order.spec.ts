// The order of the lists: by every column, both ways, in the address too.
import { button, cells, expectColumn, query, signIn, table } from "../support/console.ts";
import { expect, test } from "../support/test.ts";

const orders: { at: string; name: string; column: string; key: string; ascending: string[] }[] = [
  { at: "/organizations", name: "Organizations", column: "Name", key: "name", ascending: ["empty", "group", "outside"] },
  { at: "/organizations", name: "Organizations", column: "Images", key: "images", ascending: ["empty", "outside", "group"] },
  { at: "/organizations", name: "Organizations", column: "Users", key: "users", ascending: ["empty", "outside", "group"] },
  {
    at: "/organizations/group",
    name: "Images of group",
    column: "Visibility",
    key: "visibility",
    ascending: ["team/web/app", "test", "busybox"],
  },
  {
    at: "/organizations/group",
    name: "Images of group",
    column: "Tags",
    key: "tags",
    ascending: ["busybox", "test", "team/web/app"],
  },
  {
    at: "/organizations/group",
    name: "Images of group",
    column: "Updated",
    key: "updated",
    ascending: ["busybox", "test", "team/web/app"],
  },
];

for (const { at, name, column, key, ascending } of orders) {
  test(`${name} by ${column}`, async ({ page }) => {
    await signIn(page, { at });
    const list = table(page, name);
    const head = list.getByRole("columnheader", { name: column, exact: true });
    // The order by name is the table's own, so the first click there turns it around.
    const isOwn = key === "name";
    if (!isOwn) {
      await button(head, column).click();
    }
    await expect(head).toHaveAttribute("aria-sort", "ascending");
    await expectColumn(list, 0, ascending);
    expect(query(page)).toEqual(isOwn ? {} : { sort: key });
    await button(head, column).click();
    await expect(head).toHaveAttribute("aria-sort", "descending");
    expect(query(page)).toEqual({ sort: `-${key}` });
    await expect(page.getByRole("status")).toHaveText(`Sorted by ${column}, descending.`);
    expect((await cells(list)).map((row) => row[0])).not.toEqual(ascending);
    await expect(
      list.getByRole("columnheader").and(page.locator("[aria-sort]")),
      "only one column says so",
    ).toHaveCount(1);
  });
}
