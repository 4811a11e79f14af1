// A plan: staged from findings, looked at, run with the truth for each item, undone, and kept in a file.
import type { Page } from "@playwright/test";
import { listenForWrites, methods, setElsewhere, storedLevel } from "../support/api.ts";
import { button, dialog, expectCells, field, heading, signIn, table } from "../support/console.ts";
import { saveBy } from "../support/file.ts";
import { run } from "../support/plan.ts";
import { link, openPlan, scan } from "../support/review.ts";
import { expect, test } from "../support/test.ts";

test.use({ emulatorArgs: ["--seed", "review"] });

const PAYMENTS = "/v2/manage/namespaces/payments/access";
const ODD = "/v2/manage/namespaces/shop/repos/cases$unknown-level/access";
const DISABLED = "disabled02 is disabled and on 1 list.";
const NO_LEVEL = "shop/cases/unknown-level: 1 user with “5”.";
const STAGED = ["payments", "disabled02", "Read", "–", `F6: ${DISABLED}`];

function status(page: Page) {
  return page.getByRole("status");
}

/** Reads everything, and opens the findings. */
async function findings(page: Page): Promise<void> {
  await signIn(page, { at: "/review" });
  await scan(page);
  await link(page, "Findings").click();
}

/** Stages the fix of a finding that needs no choice, and opens the plan. */
async function stageOne(page: Page): Promise<void> {
  await findings(page);
  await button(page, `Stage fix: ${DISABLED}`).click();
  await expect(status(page)).toHaveText("Staged: 1 edit. 1 in the plan.");
  await page.getByRole("link", { name: "Plan, 1 edit", exact: true }).click();
  await expectCells(table(page, "Planned changes"), [STAGED]);
}

test("fixes of findings are staged, run, and undone", async ({ page, emulator }) => {
  await findings(page);
  await expect(page.getByRole("link", { name: /^Plan, / })).toHaveCount(0);
  await button(page, `Stage fix: ${DISABLED}`).click();
  await expect(status(page)).toHaveText("Staged: 1 edit. 1 in the plan.");

  // Which level it should be, only a person knows.
  await button(page, `Stage fix: ${NO_LEVEL}`).click();
  const question = dialog(page, "Stage fix");
  await field(question, "Level").selectOption({ label: "Read" });
  await button(question, "Stage fix").click();
  await expect(status(page)).toHaveText("Staged: 1 edit. 2 in the plan.");

  await page.getByRole("link", { name: "Plan, 2 edits", exact: true }).click();
  await expect(heading(page, "Plan")).toBeVisible();
  const planned = table(page, "Planned changes");
  await expect(planned.getByRole("columnheader")).toHaveText([/^Where/, /^User/, "Now", "After", "Reason", "Actions"]);
  await expectCells(planned, [
    STAGED,
    ["shop/cases/unknown-level", "odd01", "Unknown (5)", "Read", `F11: ${NO_LEVEL}`],
  ]);
  await expect(page.getByRole("region", { name: "By user" }).getByRole("listitem")).toHaveText([
    "odd01 goes from a value that is not a level to Read on 1 image",
    "disabled02 loses Read on 1 organization",
  ]);

  const writes = listenForWrites(page);
  await run(page);
  const results = table(page, "Results");
  await expectCells(results, [
    ["payments", "disabled02", "Read", "–", "Applied"],
    ["shop/cases/unknown-level", "odd01", "Unknown (5)", "Read", "Applied"],
  ]);
  // A level for what is none comes first, a revocation later.
  expect(methods(writes)).toEqual(["PATCH", "DELETE"]);
  expect(await storedLevel(emulator, "disabled02", PAYMENTS)).toBeUndefined();
  expect(await storedLevel(emulator, "odd01", ODD)).toBe(1);

  // The way back is a plan of its own. There is none to a value that is no level.
  await button(page, "Undo run").click();
  await expect(status(page)).toHaveText(
    "The way back is staged: 1 edit. Run it to undo. For 1 edit there is no way back.",
  );
  await expectCells(planned, [["payments", "disabled02", "–", "Read", ""]]);
  await run(page);
  await expectCells(results, [["payments", "disabled02", "–", "Read", "Applied"]]);
  expect(await storedLevel(emulator, "disabled02", PAYMENTS)).toBe(1);

  // The journal shows each run as one entry.
  await page.getByRole("link", { name: "Journal", exact: true }).click();
  await expect(page.getByRole("heading", { name: /^1–2\. 2 requests for 2 permissions on 2 organizations and images$/ })).toBeVisible();

  // A run that another one has followed could not be undone as a whole any more.
  await button(page, "Undo run").click();
  await expect(status(page)).toHaveText(
    "The way back is staged: 1 edit. Run it to undo. For 1 edit there is no way back.",
  );
  await expect(page.getByRole("link", { name: "Plan, 1 edit", exact: true })).toBeVisible();

  // Signing out dropped a plan without a question, where closing the tab asked.
  await button(page, "Sign out").click();
  const leaving = dialog(page, "Leave and lose your work?");
  await button(leaving, "Keep editing").click();
  await expect(heading(page, "Journal")).toBeVisible();
  await page.getByRole("link", { name: "SWR permissions", exact: true }).click();
  await expect(table(page, "Organizations")).toBeVisible();
  await button(page, "Sign out").click();
  await button(leaving, "Discard").click();
  await expect(heading(page, "Sign in")).toBeVisible();
});

test("an edit is taken back, and the last staging undone", async ({ page }) => {
  await stageOne(page);
  await button(table(page, "Planned changes"), "Take back").click();
  await expect(page.getByText("Nothing is staged", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Plan, / })).toHaveCount(0);
  await button(page, "Undo staging").click();
  await expectCells(table(page, "Planned changes"), [STAGED]);
  await button(page, "Clear plan").click();
  await expect(page.getByText("Nothing is staged", { exact: true })).toBeVisible();
});

test("what somebody else has changed meanwhile is not overwritten", async ({ page, emulator }) => {
  await stageOne(page);
  const entry = { user_id: "682d01654bdbf9dd160f3763c19fcb93", user_name: "disabled02", auth: 3 };
  await setElsewhere(emulator, [entry], PAYMENTS);
  const writes = listenForWrites(page);
  await run(page);
  await expectCells(table(page, "Results"), [["payments", "disabled02", "Read", "–", "Changed meanwhile"]]);
  await expect(page.getByRole("main")).toContainText(
    "disabled02 on payments: Read → – · Changed meanwhile. The list now shows: Write. Decide again.",
  );
  expect(writes).toHaveLength(0);
  expect(await storedLevel(emulator, "disabled02", PAYMENTS)).toBe(3);
  await expect(button(page, "Undo run")).toHaveCount(0);
  await button(page, "Stage what is left over").click();
  await expectCells(table(page, "Planned changes"), [STAGED]);
});

test("a plan outlives the page in a file, and somebody else can open it", async ({ page, browser, baseURL, emulator }) => {
  await stageOne(page);
  const file = await saveBy(page, button(page, "Save plan"));
  expect(file.name).toMatch(/^swr-plan_demo_local_\d{4}-\d\d-\d\dT\d{4}\.jsonl$/);
  await expect(status(page)).toHaveText(`Saved as ${file.name}`);

  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const other = await context.newPage();
  await signIn(other, { user: "user02", at: "/plan" });
  await openPlan(other, file.text);
  await expectCells(table(other, "Planned changes"), [STAGED]);
  await expect(other.getByText(/^Made by admin, /)).toBeVisible();
  await context.close();

  await page.reload();
  await expect(page.getByText("Nothing is staged", { exact: true })).toBeVisible();
  const lines = file.text.trimEnd().split("\n");
  const refused: [string, string][] = [
    [`${lines.slice(0, -1).join("\n")}\n`, `The end of this file is missing, after ${lines.length - 1} lines.`],
    [file.text.replaceAll('"demo"', '"other"'), "This file is of the account other. Sign in there to open it."],
    [file.text.replace('"version":1', '"version":2'), "A newer console has written this file (version 2). Update this one to open it."],
    [file.text.replace('"stage":3', '"stage":1'), "Line 2 of this file is damaged."],
    ["user,level\nuser01,read\n", "This is not a plan file of this console."],
  ];
  for (const [altered, why] of refused) {
    await openPlan(page, altered);
    await expect(page.getByRole("alert").filter({ hasText: why })).toBeVisible();
  }

  // Nothing was read in this page, so that a person has to look twice.
  await openPlan(page, file.text);
  await expect(page.getByRole("region", { name: "1 grave edit" })).toContainText("Its list was not read");
  await button(page, "Run plan").click();
  const question = dialog(page, "Run plan");
  await button(question, "Run plan").click();
  await expect(question).toContainText("Type this number.");
  await button(question, "Cancel").click();
  await run(page, 1);
  await expectCells(table(page, "Results"), [["payments", "disabled02", "Read", "–", "Applied"]]);
  expect(await storedLevel(emulator, "disabled02", PAYMENTS)).toBeUndefined();
});

test("a run is paused, resumed and stopped, and what is left over is staged again", async ({ page }) => {
  await findings(page);
  await button(page, "Stage fix: disabled01 is disabled and on 333 lists.").click();
  await expect(status(page)).toHaveText("Staged: 333 edits. 333 in the plan.");
  await page.getByRole("link", { name: "Plan, 333 edits", exact: true }).click();
  await expect(page.getByText(/^disabled01 loses Write on 333 images \(\d+ groups\)$/)).toBeVisible();
  const writes = listenForWrites(page);
  await run(page);
  const progress = page.getByRole("progressbar", { name: "Run progress", exact: true });
  await expect(progress).toHaveAttribute("max", "333");
  await expect.poll(() => writes.length).toBeGreaterThan(1);

  await button(page, "Pause").click();
  await expect(page.getByText("Paused.", { exact: true })).toBeVisible();
  // What was sent is still read back; nothing more is sent.
  await expect(table(page, "Results")).toBeVisible();
  const sent = writes.length;
  await page.waitForTimeout(1500);
  expect(writes).toHaveLength(sent);

  await button(page, "Resume").click();
  await expect.poll(() => writes.length).toBeGreaterThan(sent);
  await button(page, "Stop").click();
  await expect(page.getByText("Stopped.", { exact: true })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Not sent. The run was stopped before.");
  await button(page, "Stage what is left over").click();
  await expect(page.getByRole("link", { name: `Plan, ${333 - writes.length} edits`, exact: true })).toBeVisible();
});

test("a user who leaves is off-boarded by one staging, after a look at what is in the way", async ({ page }) => {
  await findings(page);
  await page.getByRole("region", { name: "Disabled users", exact: true }).getByRole("link", { name: "disabled03", exact: true }).click();
  await button(page, "Off-board").click();
  const question = dialog(page, "Off-board disabled03");
  await expect(question).toContainText("1 edit will be staged. Nothing is sent yet.");
  await expect(question).toContainText("Roles and policies of IAM can allow more than any list.");
  await field(question, "Reason").fill("HR-12");
  await button(question, "Stage").click();
  await expect(status(page)).toHaveText("Staged: 1 edit. 1 in the plan.");
  await page.getByRole("link", { name: "Plan, 1 edit", exact: true }).click();
  await expectCells(table(page, "Planned changes"), [
    ["shop/cases/disabled-user", "disabled03", "Manage", "–", "HR-12"],
  ]);
  await expect(page.getByText("disabled03 loses Manage on 1 image", { exact: true })).toBeVisible();
});
