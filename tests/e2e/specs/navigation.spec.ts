// Moving through the console as through any site: links, titles, Back, Forward, reload.
import type { Page } from "@playwright/test";
import { button, expectColumn, heading, query, signIn, signInByForm, table } from "../support/console.ts";
import { TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });

test("every page has a title of its own", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page).toHaveTitle("Sign in – SWR permissions");
  await signIn(page);
  const titles: [string, string][] = [
    ["/organizations", "Organizations – SWR permissions"],
    ["/organizations/group", "group – SWR permissions"],
    ["/organizations/group/members", "Permissions of group – SWR permissions"],
    ["/organizations/group/images/team$web$app", "group/team/web/app – SWR permissions"],
    ["/nonsense", "Not found – SWR permissions"],
  ];
  for (const [at, title] of titles) {
    await page.goto(at);
    await expect(page).toHaveTitle(title);
  }
});

test("a new page takes the focus to its heading, the first one leaves it alone", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(heading(page, "Sign in")).toBeVisible();
  await expect(page.locator("body"), "nothing has the focus").toBeFocused();
  await signInByForm(page);
  await expect(heading(page, "Organizations")).toBeFocused();
  await link(page, "group").click();
  await expect(heading(page, "group")).toBeFocused();
  await link(page, "Users").click();
  await expect(heading(page, "group")).toBeFocused();
  await link(page, "Images").click();
  await link(page, "test").click();
  await expect(heading(page, "group/test")).toBeFocused();
  await page.goBack();
  await expect(heading(page, "group")).toBeFocused();
});

test("Back and Forward restore pages and what was searched", async ({ page }) => {
  await signIn(page);
  await page.getByRole("searchbox", { name: "Filter by name" }).pressSequentially("gro");
  await expectColumn(table(page, "Organizations"), 0, ["group"]);
  await link(page, "group").click();
  await button(table(page, "Images of group"), "Tags").click();
  await expect(page).toHaveURL("/organizations/group?sort=tags");
  await link(page, "test").click();
  await expect(table(page, "Permissions of group/test")).toBeVisible();

  await page.goBack();
  await expect(page).toHaveURL("/organizations/group?sort=tags");
  await expectColumn(table(page, "Images of group"), 0, ["busybox", "test", "team/web/app"]);
  await page.goBack();
  await expect(page).toHaveURL("/organizations?q=gro");
  await expect(page.getByRole("searchbox", { name: "Filter by name" })).toHaveValue("gro");
  await expectColumn(table(page, "Organizations"), 0, ["group"]);
  await page.goForward();
  await page.goForward();
  await expect(heading(page, "group/test")).toBeVisible();
});

test("one Back leads away, however much was typed into a search", async ({ page }) => {
  await signIn(page);
  await link(page, "group").click();
  await page.getByRole("searchbox", { name: "Filter by name" }).pressSequentially("busy");
  await expect(page).toHaveURL("/organizations/group?q=busy");
  await page.goBack();
  await expect(page).toHaveURL("/organizations");
});

test("a reload and a shared address show the same", async ({ page }) => {
  const address = `${TEST_IMAGE}?q=user&level=manage&sort=-id`;
  await signIn(page, { at: address });
  for (const time of ["opened", "reloaded"]) {
    await expectColumn(table(page, "Permissions of group/test"), 0, ["user01"]);
    await expect(page.getByRole("searchbox", { name: "Search users" }), time).toHaveValue("user");
    await expect(page.getByRole("columnheader", { name: "User ID" })).toHaveAttribute("aria-sort", "descending");
    expect(query(page)).toEqual({ q: "user", level: "manage", sort: "-id" });
    await page.reload();
  }
});

test("what an address says that means nothing is passed over", async ({ page }) => {
  await signIn(page, { at: `${TEST_IMAGE}?level=owner&sort=size&page=7&q=` });
  await expectColumn(table(page, "Permissions of group/test"), 0, ["admin You", "user01", "user02", "user03"]);
});

test("links are real: they can be opened in another tab", async ({ page, context }) => {
  await signIn(page, { at: "/organizations/group" });
  await expect(link(page, "team/web/app")).toHaveAttribute("href", "/organizations/group/images/team$web$app");
  await expect(link(page, "Users")).toHaveAttribute("href", "/organizations/group/members");
  const opened = context.waitForEvent("page");
  await link(page, "test").click({ button: "middle" });
  const other = await opened;
  await expect(heading(other, "group/test"), "the new tab goes on with the session").toBeVisible();
  await expect(page).toHaveURL("/organizations/group");
});

test("one can see where one is, and go up from there", async ({ page }) => {
  await signIn(page, { at: "/organizations/group/members" });
  await expect(link(page, "Users")).toHaveAttribute("aria-current", "page");
  await expect(link(page, "Images")).not.toHaveAttribute("aria-current");
  await page.goto(TEST_IMAGE);
  const way = page.getByRole("navigation", { name: "Breadcrumbs" });
  await expect(way.getByRole("link")).toHaveText(["Organizations", "group"]);
  await way.getByRole("link", { name: "group" }).click();
  await expect(page).toHaveURL("/organizations/group");
  await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Organizations" }).click();
  await expect(page).toHaveURL("/organizations");
});

test("a link skips the header", async ({ page }) => {
  await signIn(page, { at: "/organizations/group" });
  await expect(link(page, "test")).toBeVisible();
  await page.reload();
  await expect(link(page, "test")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(link(page, "Skip to content")).toBeFocused();
  await expect(link(page, "Skip to content")).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inMain = await page.evaluate(() => document.activeElement?.closest("main") !== null);
  expect(inMain, "the next stop lies in the content").toBe(true);
  await expect(page, "the page is still the same").toHaveTitle("group – SWR permissions");
  await expect(table(page, "Images of group")).toBeVisible();
});

test("the start leads to the organizations, without a trap for Back", async ({ page }) => {
  await signIn(page);
  await page.goto(TEST_IMAGE);
  await expect(heading(page, "group/test")).toBeVisible();
  await page.goto("/");
  await expect(heading(page, "Organizations")).toBeVisible();
  await expect(page).toHaveURL("/organizations");
  await page.goBack();
  await expect(heading(page, "group/test")).toBeVisible();
});
