// Every state of the console, looked at as different people see it: in light and dark, narrow, with large text, in
// forced colours.
import {
  expectNoSidewaysScroll,
  expectNoViolations,
  expectNoViolationsButColours,
  expectReadableColours,
} from "../support/accessibility.ts";
import { button, heading, signIn, table } from "../support/console.ts";
import { openGrant } from "../support/grant.ts";
import { TEST_IMAGE } from "../support/seed.ts";
import { STATES } from "../support/states.ts";
import { expect, test } from "../support/test.ts";

for (const { name, enter } of STATES) {
  test(`${name}: in every theme, width and size of text`, async ({ page }) => {
    await enter(page);
    await page.emulateMedia({ colorScheme: "light" });
    await expectNoViolations(page, `${name}, light`);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectReadableColours(page, `${name}, dark`);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page, `${name} at 320 pixels`);
    await expectNoViolationsButColours(page, `${name} at 320 pixels`);
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "32px"));
    await expectNoSidewaysScroll(page, `${name} with text of 200 %`);
  });
}

test("text follows the browser's size", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const cell = table(page, "Permissions of group/test").getByRole("cell").first();
  const size = () => cell.evaluate((cell) => parseFloat(getComputedStyle(cell).fontSize));
  const before = await size();
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "32px"));
  expect(await size()).toBe(2 * before);
});

test("Language, Theme and Sign out can be seen at every width", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  for (const width of [1920, 1280, 768, 480, 320]) {
    await page.setViewportSize({ width, height: 640 });
    for (const name of ["Language", "Theme"]) {
      await expect(page.getByRole("combobox", { name, exact: true }), `${width}`).toBeInViewport({ ratio: 1 });
    }
    await expect(button(page, "Sign out"), `${width}`).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("banner").getByText("admin"), `${width}`).toBeInViewport();
  }
});

test("a table is still a table where it is laid out as blocks", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, { at: TEST_IMAGE });
  const permissions = table(page, "Permissions of group/test");
  await expect(permissions.getByRole("row")).toHaveCount(5);
  await expect(permissions.getByRole("columnheader")).toHaveCount(4);
  const id = permissions.getByRole("cell").nth(1);
  const { clipped } = await id.evaluate((cell) => ({ clipped: cell.scrollWidth > cell.clientWidth + 1 }));
  expect(clipped, "the whole id can be read").toBe(false);
});

test("levels are told apart without colour", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await signIn(page, { at: TEST_IMAGE });
  const permissions = table(page, "Permissions of group/test");
  await expect(permissions.getByText("Write", { exact: true })).toBeVisible();
  await expectNoViolations(page, "forced colours");
  // A border or outline must be left of what is told by its surface alone otherwise.
  const border = await button(page, "Grant permission").evaluate((button) => getComputedStyle(button).borderTopStyle);
  expect(border).not.toBe("none");
});

test("who asked for less motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signIn(page, { at: TEST_IMAGE });
  const opened = await openGrant(page);
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 1).length,
  );
  expect(moving).toBe(0);
  await expect(opened.root).toBeVisible();
});

test("what is said while a dialog is open reaches a screen reader", async ({ page }) => {
  // A modal dialog makes everything outside it inert, a live region too: what was said there under a dialog was said
  // to nobody.
  await signIn(page, { at: TEST_IMAGE });
  const client = await page.context().newCDPSession(page);
  const spoken = async () => {
    const { nodes } = await client.send("Accessibility.getFullAXTree");
    const name = (id: string) => nodes.find((node) => node.nodeId === id)?.name?.value as string | undefined;
    return nodes
      .filter((node) => node.role?.value === "status" && !node.ignored)
      .flatMap((node) => (node.childIds ?? []).map(name));
  };
  await button(table(page, "Permissions of group/test"), "User ID").click();
  await expect.poll(spoken).toContain("Sorted by User ID, ascending.");
  const opened = await openGrant(page);
  await opened.name(1).pressSequentially("user05");
  await expect.poll(spoken).toContain("1 suggestion.");
});

test("the document has one heading of the first level, one main part, and a language", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  await expect(heading(page, "group/test")).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByRole("main")).toHaveCount(1);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
