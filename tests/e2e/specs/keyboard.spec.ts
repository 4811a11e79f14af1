// Everything by keyboard alone: no mouse, and the focus is moved by its keys only.
import { button, dialog, field, heading, signInByForm, table } from "../support/console.ts";
import { grantDialog, openGrant } from "../support/grant.ts";
import { isFocused, tabTo } from "../support/keyboard.ts";
import { ID, PASSWORD, STRANGERS, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

test("from signing in to a granted permission", async ({ page }) => {
  await page.goto("/");
  await expect(heading(page, "Sign in")).toBeVisible();
  await tabTo(page, field(page, "Account"));
  await page.keyboard.type("demo");
  await tabTo(page, field(page, "User name"));
  await page.keyboard.type("admin");
  await tabTo(page, field(page, "Password"));
  await page.keyboard.type(PASSWORD);
  await tabTo(page, button(page, "Sign in"));
  await page.keyboard.press("Enter");

  await expect(heading(page, "Organizations")).toBeFocused();
  await expect(page.getByRole("link", { name: "group", exact: true })).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "group", exact: true }));
  await page.keyboard.press("Enter");

  await expect(heading(page, "group")).toBeFocused();
  await expect(page.getByRole("link", { name: "test", exact: true })).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "test", exact: true }));
  await page.keyboard.press("Enter");

  await expect(heading(page, "group/test")).toBeFocused();
  await tabTo(page, button(page, "Grant permission"));
  await page.keyboard.press("Space");

  const opened = grantDialog(page);
  await expect(opened.name(1)).toBeFocused();
  await page.keyboard.type("user05");
  await expect(opened.suggestions.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(opened.id(1)).toHaveValue(ID.user05);
  await tabTo(page, opened.level(1));
  await page.keyboard.press("ArrowDown");
  await expect(opened.level(1).getByRole("option", { selected: true })).toHaveText("Write");
  await tabTo(page, button(opened.root, "Add another user"));
  await page.keyboard.press("Enter");
  await expect(opened.name(2)).toBeFocused();
  await page.keyboard.type("user06");
  await tabTo(page, opened.id(2));
  await expect(opened.id(2)).toHaveValue(ID.user06);
  await tabTo(page, opened.name(1), "Shift+Tab");
  await tabTo(page, opened.grant);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted permissions to 2 users.");
  await expect(table(page, "Permissions of group/test").getByText("user06", { exact: true })).toBeVisible();
  await expect(button(page, "Grant permission")).toBeFocused();
});

test("the method of signing in is chosen by arrows", async ({ page }) => {
  await page.goto("/sign-in");
  await tabTo(page, page.getByRole("radio", { name: "IAM user", exact: true }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Access token", exact: true })).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(field(page, "Access token").last()).toBeFocused();
});

test("tables are sorted and filtered by keyboard", async ({ page }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const permissions = table(page, "Permissions of group/test");
  const head = permissions.getByRole("columnheader", { name: "User ID", exact: true });
  await tabTo(page, button(head, "User ID"));
  await page.keyboard.press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(button(head, "User ID"), "sorting leaves the focus where it was").toBeFocused();
  await page.keyboard.press("Space");
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await tabTo(page, page.getByRole("searchbox", { name: "Search users", exact: true }), "Shift+Tab");
  await page.keyboard.type("user03");
  await expect(permissions.getByRole("row")).toHaveCount(2);
  await tabTo(page, page.getByRole("combobox", { name: "Level", exact: true }));
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(/level=read/);
});

test("the focus stays inside an open dialog", async ({ page }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const opened = await openGrant(page);
  const seen = new Set<string>();
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press("Tab");
    const where = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) {
        return "the browser";
      }
      return focused.closest("dialog") === null ? `outside: ${focused.outerHTML}` : "inside";
    });
    seen.add(where);
  }
  expect([...seen].filter((where) => where.startsWith("outside"))).toEqual([]);
  expect(seen).toContain("inside");
  await tabTo(page, opened.cancel);
  await page.keyboard.press("Enter");
  await expect(opened.root).toHaveCount(0);
});

test("the password is asked for again where one can type at once", async ({ page }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  const opened = await openGrant(page);
  await opened.fill(1, "error-401", STRANGERS[0]);
  await opened.id(1).press("Enter");
  const again = dialog(page, "Sign in again");
  await expect(field(again, "Password")).toBeFocused();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(again).toHaveCount(0);
  await expect.poll(() => isFocused(opened.id(1)), { message: "the focus returns to where it was" }).toBe(true);
});

for (const at of ["/sign-in", TEST_IMAGE]) {
  test(`wherever the focus goes, it can be seen: ${at}`, async ({ page }) => {
    await (at === "/sign-in" ? page.goto(at) : signInByForm(page, { at }));
    await expect(at === "/sign-in" ? heading(page, "Sign in") : table(page, "Permissions of group/test")).toBeVisible();
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press("Tab");
      const sign = await page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === null || focused === document.body) {
          return "the browser";
        }
        const style = getComputedStyle(focused);
        const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
        return outlined || style.boxShadow !== "none" ? "seen" : focused.outerHTML;
      });
      expect(["seen", "the browser"]).toContain(sign);
    }
  });
}

test("a scan is started, paused and finished, and a finding opened", async ({ page }) => {
  await signInByForm(page, { at: "/review" });
  await expect(heading(page, "Access review")).toBeFocused();
  await expect(button(page, "Start scan")).toBeVisible();
  await tabTo(page, button(page, "Start scan"));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Finished.", { exact: true }).first()).toBeVisible();
  // The button that has the focus leaves with the scan; the focus must not fall out of the page.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  const tile = page.getByRole("link", { name: /Public images/ });
  await tabTo(page, tile);
  await page.keyboard.press("Enter");
  await expect(heading(page, "Access review")).toBeFocused();
  const open = page.getByRole("region", { name: "Public images" });
  await tabTo(page, open.getByRole("link", { name: "outside/public", exact: true }));
  await page.keyboard.press("Enter");
  await expect(heading(page, "outside/public")).toBeFocused();
});
