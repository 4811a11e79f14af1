// Nothing that was typed is lost without a question.
import { changeInRow, editRow, openTest } from "../support/change.ts";
import { button, dialog, heading, signIn } from "../support/console.ts";
import { discard, openGrant } from "../support/grant.ts";
import { ID, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const QUESTION = "Discard what you typed?";

for (const way of ["Escape", "Cancel", "Back"] as const) {
  test(`${way} asks once while something is typed, and keeps it if one likes`, async ({ page }) => {
    await signIn(page, { at: "/organizations/group" });
    await page.getByRole("link", { name: "test", exact: true }).click();
    await expect(heading(page, "group/test")).toBeVisible();
    const grant = await openGrant(page);
    await grant.fill(1, "user05", ID.user05);
    const leave = async () => {
      if (way === "Back") {
        await page.evaluate(() => history.back());
      } else {
        await (way === "Cancel" ? grant.cancel.click() : page.keyboard.press("Escape"));
      }
    };
    await leave();
    await expect(button(dialog(page, QUESTION), "Keep editing")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog(page, QUESTION)).toHaveCount(0);
    await expect(grant.name(1)).toHaveValue("user05");
    expect(new URL(page.url()).pathname).toBe(TEST_IMAGE);
    await leave();
    await discard(page);
    await expect(grant.root).toHaveCount(0);
    await expect(heading(page, way === "Back" ? "group" : "group/test")).toBeVisible();
  });
}

test("nothing typed, no question", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const grant = await openGrant(page);
  await grant.name(1).fill(" ");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(grant.root).toHaveCount(0);
});

test("a link and signing out ask while a row is being changed", async ({ page }) => {
  await openTest(page);
  const edit = await editRow(page, "user03");
  await edit.level.selectOption({ label: "Write" });
  await page.getByRole("link", { name: "Organizations", exact: true }).click();
  await button(dialog(page, QUESTION), "Keep editing").click();
  await expect(edit.save).toBeVisible();
  await button(page, "Sign out").click();
  await discard(page);
  await expect(heading(page, "Sign in")).toBeVisible();
});

test("the browser asks before a reload takes what was typed, or the journal", async ({ page }) => {
  await openTest(page);
  const asked: string[] = [];
  page.on("dialog", (question) => {
    asked.push(question.type());
    void question.accept();
  });
  await page.reload();
  expect(asked, "there is nothing to lose").toEqual([]);
  const grant = await openGrant(page);
  await grant.fill(1, "user05", ID.user05);
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("status")).toContainText("user03 now has Write.");
  await page.reload();
  expect(asked, "the way back would be gone").toEqual(["beforeunload", "beforeunload"]);
});
