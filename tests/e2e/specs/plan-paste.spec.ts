// A list that is pasted or opened becomes edits of the plan, compared with what a scan has read.
import type { Page } from "@playwright/test";
import { storedLevel } from "../support/api.ts";
import { button, dialog, expectCells, field, heading, signIn, table } from "../support/console.ts";
import { readTable, save, saveBy } from "../support/file.ts";
import { entries, openJournal } from "../support/journal.ts";
import { openedPlan, run } from "../support/plan.ts";
import { scan } from "../support/review.ts";
import { ID } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

/** Reads everything, and opens the dialog. */
async function pasting(page: Page, user: "admin" | "user01" = "admin"): Promise<ReturnType<typeof dialog>> {
  await signIn(page, { user, at: "/review" });
  await scan(page);
  await button(page, "Paste list").click();
  return dialog(page, "Paste list");
}

test("before a scan there is nothing to compare a list with", async ({ page }) => {
  await signIn(page, { at: "/plan" });
  await button(page, "Paste list").click();
  const question = dialog(page, "Paste list");
  await expect(question).toContainText("A list is compared with what a scan has read.");
  await question.getByRole("link", { name: "Go to the access review", exact: true }).click();
  await expect(heading(page, "Access review")).toBeVisible();
});

test("lines that are certain are staged, and each other line says why it is not", async ({ page }) => {
  const question = await pasting(page);
  await expect(field(question, "List")).toBeFocused();
  await field(question, "List").fill(
    [
      "Level\tUser\tOrganization\tImage\tReason",
      "none\tuser03\tgroup\ttest\tOPS-1",
      `manage\t${ID.user02}\tgroup\ttest`,
      "read\tuser03\tgroup\ttest",
      "owner\tuser02\tgroup\ttest",
      "read\tnobody\tgroup\ttest",
      "read\tuser02\tgroup\tgone",
    ].join("\n"),
  );
  await expect(question.getByRole("paragraph").filter({ hasText: /^1 edit will be staged\. Nothing is sent yet\.$/ })).toBeVisible();
  await expect(question.getByRole("region", { name: "5 lines are not used" }).getByRole("listitem")).toHaveText([
    /^Line 2: Line 4 says something else of the same user\./,
    /^Line 4: Line 2 says something else of the same user\./,
    /^Line 5: “owner” is not a level\./,
    /^Line 6: The scan knows no such user\./,
    /^Line 7: The scan has not found group\/gone\./,
  ]);
  await expect(question.getByText("What a scan has not read can't be staged. Scan again to read it.")).toBeVisible();
  await field(question, "Reason").fill("OPS-2");
  await button(question, "Stage").click();
  await page.getByRole("link", { name: "Plan, 1 edit", exact: true }).click();
  await expectCells(table(page, "Planned changes"), [["group/test", "user02", "Write", "Manage", "OPS-2"]]);
});

test("a list in a file is read as a pasted one, and typed lines are not lost by Escape", async ({ page }) => {
  const question = await pasting(page);
  const chosen = page.waitForEvent("filechooser");
  await button(question, "Open list").click();
  const json = JSON.stringify([{ target: "group/test", user_id: ID.user03, user_name: "user03", permission: "write" }]);
  await (await chosen).setFiles({ name: "list.json", mimeType: "application/json", buffer: Buffer.from(json) });
  await expect(question.getByRole("paragraph").filter({ hasText: /^1 edit will be staged\. Nothing is sent yet\.$/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await button(page, "Keep editing").click();
  await button(question, "Stage").click();
  await page.getByRole("link", { name: "Plan, 1 edit", exact: true }).click();
  await expectCells(table(page, "Planned changes"), [["group/test", "user03", "Read", "Write", ""]]);
});

test("a list without a single edit stages nothing and says so", async ({ page }) => {
  const question = await pasting(page);
  await button(question, "Stage").click();
  await expect(question).toContainText("There is nothing to stage.");
  await expect(field(question, "List")).toHaveAttribute("aria-invalid", "true");
});

test("one user plans, another one runs it, and the record names both", async ({ page, browser, baseURL, emulator }) => {
  const question = await pasting(page, "user01");
  await field(question, "List").fill("group,test,user03,none,OPS-1");
  await button(question, "Stage").click();
  await page.getByRole("link", { name: "Plan, 1 edit", exact: true }).click();
  const file = await saveBy(page, button(page, "Save plan"));

  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const other = await context.newPage();
  await openedPlan(other, file.text);
  await expect(other.getByText(/^Made by user01, /)).toBeVisible();
  await run(other, 1);
  await expectCells(table(other, "Results"), [["group/test", "user03", "Read", "–", "Applied"]]);
  expect(await storedLevel(emulator, "user03")).toBeUndefined();
  await openJournal(other);
  await expect(entries(other)).toHaveCount(1);
  await expect(other.getByText("by admin", { exact: true })).toBeVisible();
  await expect(other.getByText("planned by user01", { exact: true })).toBeVisible();
  const [head = [], row = []] = readTable((await save(other, other, "CSV")).text);
  expect([head[2], head.at(-1)]).toEqual(["by", "planned_by"]);
  expect([row[2], row.at(-1)]).toEqual(["admin", "user01"]);
  await context.close();
});
