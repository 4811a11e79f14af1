// The two lists that lead to an image: organizations, and the images of one.
import { listen } from "../support/api.ts";
import { button, expectCells, expectColumn, field, heading, query, signIn, table } from "../support/console.ts";
import { expectProblem } from "../support/problem.ts";
import type { User } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

// Moments are shown in the computer's own time zone.
test.use({ timezoneId: "Asia/Shanghai" });

const IMAGES = [
  ["busybox", "Public", "2", "2025-04-28 16:30"],
  ["team/web/app", "Private", "4", "2025-09-19 00:19"],
  ["test", "Private", "3", "2025-09-09 15:44"],
];

const views: { user: User; sees: string[][] }[] = [
  {
    user: "admin",
    sees: [
      ["empty", "Manage", "0", "1", "admin"],
      ["group", "Manage", "3", "2", "admin"],
      ["outside", "Manage", "2", "1", "admin"],
    ],
  },
  { user: "user04", sees: [["group", "Write", "3", "2", "admin"]] },
  { user: "user01", sees: [["group", "Through an image", "3", "2", "admin"]] },
];
for (const { user, sees } of views) {
  test(`the organizations as ${user} sees them`, async ({ page }) => {
    await signIn(page, { user });
    const organizations = table(page, "Organizations");
    await expect(organizations.getByRole("columnheader")).toHaveText([
      /^Name/,
      "Your permission",
      "Images",
      "Users",
      "Creator",
    ]);
    await expectCells(organizations, sees);
    await expect(
      page.getByText(sees.length === 1 ? "1 organization" : `${sees.length} organizations`, { exact: true }),
    ).toBeVisible();
  });
}

test("who holds nothing is told so, and what to do", async ({ page }) => {
  await signIn(page, { user: "user12" });
  await expect(page.getByText("No organizations", { exact: true })).toBeVisible();
  await expect(page.getByText(/Ask someone who manages one to grant you a permission\./)).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
});

test("an organization's images, and that it may have none", async ({ page }) => {
  await signIn(page, { at: "/organizations/group" });
  await expect(heading(page, "group")).toBeVisible();
  const images = table(page, "Images of group");
  await expect(images.getByRole("columnheader")).toHaveText([/^Name/, "Visibility", "Tags", "Updated"]);
  await expectCells(images, IMAGES);
  await expect(images.getByRole("time").first()).toHaveAttribute("datetime", "2025-04-28T08:30:31.480Z");
  await page.goto("/organizations/empty");
  await expect(page.getByText("No images", { exact: true })).toBeVisible();
});

test("the filter narrows, counts, and can be cleared", async ({ page }) => {
  await signIn(page);
  const organizations = table(page, "Organizations");
  const filter = page.getByRole("searchbox", { name: "Filter by name", exact: true });
  await filter.fill("GROU");
  await expectColumn(organizations, 0, ["group"]);
  await expect(page.getByText("1 of 3 organizations", { exact: true })).toBeVisible();
  expect(query(page)).toEqual({ q: "GROU" });
  await filter.fill("nothing like it");
  await expect(page.getByText("Nothing matches the filter.")).toBeVisible();
  await expect(page.getByText("0 of 3 organizations", { exact: true })).toBeVisible();
  await button(page, "Clear filter").click();
  await expectColumn(organizations, 0, ["empty", "group", "outside"]);
  await expect(filter).toHaveValue("");
  expect(query(page)).toEqual({});
});

test("a link to an image whose name has slashes leads there", async ({ page }) => {
  await signIn(page, { at: "/organizations/group" });
  await page.getByRole("link", { name: "team/web/app", exact: true }).click();
  await expect(page).toHaveURL("/organizations/group/images/team$web$app");
  await expect(heading(page, "group/team/web/app")).toBeVisible();
  await expect(table(page, "Permissions of group/team/web/app")).toBeVisible();
});

for (const typed of ["group/team/web/app", " docker pull swr.example.com/group/team/web/app:2025.9.1 "]) {
  test(`"${typed}" goes to the image`, async ({ page }) => {
    await signIn(page);
    await field(page, "Go to image").fill(typed);
    await button(page, "Go").click();
    await expect(heading(page, "group/team/web/app")).toBeVisible();
    await expect(page).toHaveURL("/organizations/group/images/team$web$app");
  });
}

test("what is no image name is pointed out where it was typed", async ({ page }) => {
  await signIn(page);
  await field(page, "Go to image").fill("busybox");
  await field(page, "Go to image").press("Enter");
  await expect(field(page, "Go to image")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "Go to image")).toHaveAccessibleDescription(/Type an organization and an image/);
  await field(page, "Go to image").fill("group/busybox");
  await expect(field(page, "Go to image")).not.toHaveAttribute("aria-invalid");
});

test("Refresh reads the list again and says of when it is", async ({ page }) => {
  await signIn(page);
  await expect(page.getByText(/^updated \d\d:\d\d$/)).toBeVisible();
  const requests = listen(page);
  await button(page, "Refresh").click();
  await expect.poll(() => requests.length).toBeGreaterThan(0);
  await expect(button(page, "Refresh")).toHaveAttribute("aria-busy", "false");
  await expect(table(page, "Organizations")).toBeVisible();
});

test("an address that is no page says so, inside the console", async ({ page }) => {
  await signIn(page);
  await page.goto("/nonsense");
  await expect(heading(page, "Not found")).toBeVisible();
  await expect(button(page, "Sign out")).toBeVisible();
  await page.getByRole("link", { name: "Go to organizations" }).click();
  await expect(heading(page, "Organizations")).toBeVisible();
});

test("an organization that does not exist", async ({ page }) => {
  await signIn(page, { at: "/organizations/nowhere" });
  await expectProblem(page, "Organization not found.");
});
