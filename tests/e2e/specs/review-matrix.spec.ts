// The matrix: images and users that were chosen, cell by cell, by keyboard alone.
import { button, cells, dialog, field, heading, query, signIn, table } from "../support/console.ts";
import { cell, focused, grid, openMatrix, row, spoken } from "../support/matrix.ts";
import { link, scan } from "../support/review.ts";
import { expect, test } from "../support/test.ts";

test.use({ emulatorArgs: ["--seed", "review", "--control"] });

/** The planted images of one organization, each in a row. */
const CASES = { q: "shop/cases/", show: "images" };

test("it opens from a group, from a selection, from a filter, and from nothing else", async ({ page }) => {
  await signIn(page, { at: "/review" });
  await scan(page);
  await link(page, "Matrix").click();
  await expect(page.getByText("Choose what to compare", { exact: true })).toBeVisible();
  await expect(grid(page)).toHaveCount(0);

  await link(page, "Images").click();
  await expect(link(page, "Matrix of these")).toHaveCount(0);
  await button(page, "30 images with the same list").first().click();
  await dialog(page, "30 images with the same list").getByRole("link", { name: "Matrix of these" }).click();
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "31");
  expect(query(page)["q"]).toMatch(/^like:[a-z]+\/.+$/);
  // Thirty rows that are the same are one, if one likes.
  await page.getByRole("switch", { name: "Group identical lists" }).click();
  await expect(grid(page).getByRole("rowheader")).toHaveCount(1);
  await expect(grid(page).getByRole("rowheader")).toHaveText(/ and 29 more$/);

  await link(page, "Images").click();
  const boxes = table(page, "Images").getByRole("checkbox");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await link(page, "Matrix of selected rows").click();
  await expect(grid(page).getByRole("rowheader")).toHaveCount(2);

  await link(page, "People").click();
  await page.getByRole("searchbox", { name: "Search users" }).fill("odd01");
  await link(page, "Matrix of these").click();
  await expect(grid(page).getByRole("columnheader", { name: "odd01", exact: true })).toBeVisible();
  expect(query(page)).toEqual({ people: "odd01" });

  // Everything is more than anybody reads.
  await page.getByRole("searchbox", { name: /^Images: / }).fill("/");
  await page.getByRole("searchbox", { name: /^Users: / }).fill("0,1,2");
  await page.getByRole("switch", { name: "Group identical lists" }).click();
  await expect(page.getByText("Too many cells", { exact: true })).toBeVisible();
  await expect(page.getByText(/^\d+ rows and \d+ users make \d+ cells\. The matrix shows at most 100000: /)).toBeVisible();
});

test("keys move, stage, take back, and work on a block", async ({ page }) => {
  await openMatrix(page, CASES);
  const said = page.getByRole("status");
  const renamed = await cell(page, "shop/cases/renamed-user", "renamed01");
  await expect(renamed).toHaveText(/Write, direct$/);

  // One tab stop, and arrows from there.
  await expect(grid(page).locator("[tabindex='0']")).toHaveCount(1);
  await button(page, "Stage…").focus();
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveAttribute("aria-colindex", "2");
  await expect(grid(page).getByRole("link")).toHaveCount(0);
  await expect(grid(page).getByRole("button")).toHaveCount(0);
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(focused(page)).toHaveAttribute("aria-colindex", "3");
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveCount(0);

  // A level by its digit. The cell says user and image by its heads.
  await renamed.focus();
  await page.keyboard.press("1");
  await expect(said).toHaveText("Staged: 1 edit. 1 in the plan.");
  await expect(renamed).toHaveText("W→RWrite, direct; staged: Read");
  expect(await spoken(page)).toEqual({
    name: "Write, direct; staged: Read",
    row: "shop/cases/renamed-user",
    column: "renamed01",
  });
  await page.keyboard.press("3");
  await expect(said).toHaveText("Changed: 1 edit. 0 in the plan.");
  await expect(page.getByRole("link", { name: /^Plan, / })).toHaveCount(0);
  await page.keyboard.press("Delete");
  await expect(renamed).toHaveText(/; staged: None$/);
  await page.keyboard.press("Escape");
  await expect(said).toHaveText("Changed: 1 edit. 0 in the plan.");
  await expect(renamed).toHaveText(/Write, direct$/);

  // A dialog for those who keep the digits for something else.
  await page.keyboard.press("Enter");
  const question = dialog(page, "shop/cases/renamed-user · renamed01");
  await expect(field(question, "Level")).toBeFocused();
  await expect(field(question, "Level").getByRole("option")).toHaveText(["None", "Read", "Write", "Manage"]);
  await field(question, "Level").selectOption({ label: "Manage" });
  await page.keyboard.press("Enter");
  await button(question, "Stage").click();
  await expect(said).toHaveText("Staged: 1 edit. 1 in the plan.");
  await expect(focused(page)).toHaveText(/; staged: Manage$/);

  // A block is one staging, and one undo takes it back.
  const first = await cell(page, "shop/cases/adds-nothing", "renamed01");
  await first.focus();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(grid(page).locator("[aria-selected='true']")).toHaveCount(2);
  await page.keyboard.press("1");
  await expect(said).toHaveText("Staged: 2 edits. 3 in the plan.");
  await expect(first).toHaveText(/^–→RNone; staged: Read$/);
  await button(page, "Undo staging").click();
  await expect(said).toHaveText("Changed: 2 edits. 1 in the plan.");
  await expect(first).toHaveText(/None$/);

  // Nobody knows what would change on a list that was not read.
  const unread = await cell(page, "shop/cases/denied", "renamed01");
  await expect(unread).toHaveText(/Not read$/);
  await unread.focus();
  await page.keyboard.press("3");
  await expect(said).toHaveText(/^Nothing is staged\. Left out: 1 that could not be read\./);
  await expect(await cell(page, "shop/cases/unknown-level", "odd01")).toHaveText("!No level: Unknown (5), direct");

  await page.getByRole("link", { name: "Plan, 1 edit", exact: true }).click();
  await expect(heading(page, "Plan")).toBeVisible();
  await expect
    .poll(() => cells(table(page, "Planned changes")))
    .toEqual([["shop/cases/renamed-user", "renamed01", "Write", "Manage", ""]]);
});

test("columns come in pages, with true numbers, and every head is there", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await openMatrix(page, CASES);
  const pages = page.getByText(/^Users \d+–\d+ of \d+$/);
  const [, from, to, all] = /^Users (\d+)–(\d+) of (\d+)$/.exec((await pages.textContent()) ?? "") ?? [];
  expect(from).toBe("1");
  await expect(grid(page)).toHaveAttribute("aria-colcount", String(Number(all) + 1));
  await expect(grid(page).getByRole("columnheader")).toHaveCount(Number(to) + 1);
  await expect(button(page, "Previous")).toHaveAttribute("aria-disabled", "true");

  await button(page, "Next").click();
  await expect(pages).toHaveText(new RegExp(`^Users ${Number(to) + 1}–`));
  await expect(button(page, "Next")).toBeFocused();
  const head = grid(page).getByRole("columnheader").nth(1);
  await expect(head).toHaveAttribute("aria-colindex", String(Number(to) + 2));
  // Keys stay on the page, so that nobody is changed unseen.
  await row(page, "shop/cases/denied").getByRole("gridcell").first().focus();
  await page.keyboard.press("ArrowLeft");
  const { column } = await spoken(page);
  expect(column).toBe(await head.textContent());
  await page.keyboard.press("Home");
  await expect(focused(page)).toHaveAttribute("aria-colindex", String(Number(to) + 2));
  await button(page, "Previous").click();
  await expect(pages).toHaveText(new RegExp(`^Users 1–${to} `));

  // Turned round, images are across.
  await page.getByRole("switch", { name: "Users as rows" }).click();
  await expect(grid(page).getByRole("columnheader", { name: "shop/cases/adds-nothing", exact: true })).toBeVisible();
  await expect(page.getByText(/^Images 1–/)).toBeVisible();
  expect(query(page)).toEqual({ ...CASES, show: "images-turned" });
});

test("of many rows only some are in the document, and keys reach them all", async ({ page }) => {
  await openMatrix(page, { q: "shop/", people: "renamed01, odd01", show: "images" });
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "901");
  const drawn = () => grid(page).getByRole("rowheader").count();
  expect(await drawn()).toBeLessThan(80);
  await grid(page).getByRole("gridcell").first().focus();
  await page.keyboard.press("Control+End");
  await expect(focused(page)).toBeInViewport();
  const last = await spoken(page);
  expect(last.column).toBe("renamed01");
  await expect(focused(page).locator("xpath=..")).toHaveAttribute("aria-rowindex", "901");
  await page.keyboard.press("PageUp");
  await expect(focused(page).locator("xpath=..")).toHaveAttribute("aria-rowindex", "891");
  await page.keyboard.press("Control+Home");
  await expect(focused(page).locator("xpath=..")).toHaveAttribute("aria-rowindex", "2");
  await expect(focused(page)).toBeInViewport();
  for (let times = 0; times < 7; times += 1) {
    await page.keyboard.press("PageDown");
  }
  await expect(focused(page).locator("xpath=..")).toHaveAttribute("aria-rowindex", "72");
  expect(await drawn()).toBeLessThan(80);
  expect(await grid(page).locator("td, th").count()).toBeLessThanOrEqual(2300);
  // The grid has one tab stop wherever one has scrolled to.
  await page.mouse.wheel(0, 20_000);
  await button(page, "Stage…").evaluate((button) => button.focus({ preventScroll: true }));
  await expect(grid(page).locator("[tabindex='0']")).toHaveCount(1);
});

// A key that came before the frame of an earlier one was lost: the earlier one's frame took the focus back to its own row.
test("keys that come faster than frames lead as far as slow ones", async ({ page }) => {
  await openMatrix(page, { q: "shop/", people: "renamed01, odd01", show: "images" });
  await grid(page).getByRole("gridcell").nth(1).focus();
  await page.evaluate(() => {
    for (let times = 0; times < 7; times += 1) {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true, cancelable: true }));
    }
  });
  await expect(focused(page).locator("xpath=..")).toHaveAttribute("aria-rowindex", "72");
  await page.keyboard.press("PageDown");
  await expect(focused(page).locator("xpath=..")).toHaveAttribute("aria-rowindex", "82");
  expect((await spoken(page)).column).toBe("renamed01");
});

test("on a narrow screen lists take its place, with everything that can be staged", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await openMatrix(page, { ...CASES, people: "renamed01" });
  await expect(grid(page)).toHaveCount(0);
  const list = table(page, "Matrix · renamed01");
  const level = field(list, "After: shop/cases/renamed-user");
  await expect(level.getByRole("option")).toHaveText(["No change", "None", "Read", "Write", "Manage"]);
  await level.selectOption({ label: "Read" });
  await expect(page.getByRole("status")).toHaveText("Staged: 1 edit. 1 in the plan.");
  await expect(list.getByRole("row").filter({ hasText: "shop/cases/renamed-user" })).toContainText(
    "Write, direct; staged: Read",
  );
  await level.selectOption({ label: "No change" });
  await expect(page.getByRole("status")).toHaveText("Changed: 1 edit. 0 in the plan.");
  await expect(field(list, "After: shop/cases/denied")).toHaveCount(0);
  // The same page on a wide screen is the grid.
  await page.setViewportSize({ width: 1280, height: 700 });
  await expect(grid(page)).toBeVisible();
});
