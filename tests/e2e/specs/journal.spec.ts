// The journal: every write of the session with its outcome, on every page, for as long as the session.
import type { Page } from "@playwright/test";
import { grantElsewhere, onWrites } from "../support/api.ts";
import { askToRevoke, changeInRow, expectLines, openTest } from "../support/change.ts";
import { button, fillSignIn, heading, signIn } from "../support/console.ts";
import { readTable, save } from "../support/file.ts";
import { openGrant } from "../support/grant.ts";
import { entries, entry, leaveToJournal, openJournal } from "../support/journal.ts";
import { expectProblem } from "../support/problem.ts";
import { ID, STRANGERS, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

/** Grants, changes and revokes on `group/test`, one of each. */
async function doAll(page: Page): Promise<void> {
  await openTest(page);
  const opened = await openGrant(page);
  await opened.fill(1, "user05", ID.user05);
  await opened.grant.click();
  await expect(page.getByRole("status")).toContainText("Granted Read to user05.");
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("status")).toContainText("user03 now has Write.");
  await button(await askToRevoke(page, "user01"), "Revoke").click();
  await expect(page.getByRole("status")).toContainText("Revoked the permission of user01.");
}

test("it has every write, the newest first, with its outcome and its request", async ({ page }) => {
  await doAll(page);
  await openJournal(page);
  await expect(page).toHaveTitle("Journal – SWR permissions");
  await expect(entries(page)).toHaveText([
    "3. Revoked 1 permission on group/test",
    "2. Changed 1 permission on group/test",
    "1. Granted 1 permission on group/test",
  ]);
  await expectLines(entry(page, 3), ["user01 Manage → Nothing Applied"]);
  await expectLines(entry(page, 2), ["user03 Read → Write Applied"]);
  await expectLines(entry(page, 1), ["user05 Nothing → Read Applied"]);
  await expect(entry(page, 1)).toContainText("by admin");
  await expect(entry(page, 1)).toContainText("1 of 1 applied");
  await entry(page, 2).getByText("Request", { exact: true }).click();
  await expect(entry(page, 2).getByText("PATCH /v2/manage/namespaces/group/repos/test/access")).toContainText(
    `[{"user_id":"${ID.user03}","user_name":"user03","auth":3}]`,
  );
  await entry(page, 2).getByRole("link", { name: "group/test", exact: true }).click();
  await expect(heading(page, "group/test")).toBeVisible();
});

test("it is reached from everywhere, and says what it is while it is empty", async ({ page }) => {
  await signIn(page);
  for (const at of ["/organizations", "/organizations/group", "/organizations/group/members", TEST_IMAGE]) {
    await page.goto(at);
    await openJournal(page);
    await expect(page).toHaveURL("/journal");
  }
  await expect(page.getByText("Nothing was changed yet", { exact: true })).toBeVisible();
  await expect(page.getByText(/It is kept in memory only and is gone after a reload/)).toBeVisible();
  await expect(button(page, "Export")).toHaveCount(0);
});

test("it has failed writes too, with the reason", async ({ page }) => {
  await openTest(page);
  const refusal = { error_code: "SVCSTG.SWR.4037020", error_msg: "Permission denied." };
  await onWrites(page, (route) => route.fulfill({ status: 403, json: refusal }));
  await changeInRow(page, "user03", "Write");
  await expectProblem(page, "Permission denied.");
  await leaveToJournal(page);
  await expect(entries(page)).toHaveText(["1. Changed 1 permission on group/test"]);
  await expectLines(entry(page, 1), ["user03 Read → Write Not applied"]);
  await expect(entry(page, 1)).toContainText("0 of 1 applied");
  await expectProblem(entry(page, 1), "Permission denied.");
});

test("it has nothing of what others did", async ({ page, emulator }) => {
  await openTest(page);
  await grantElsewhere(emulator, [{ user_id: ID.user05, user_name: "user05", auth: 1 }]);
  await button(page, "Refresh").click();
  await openJournal(page);
  await expect(entries(page)).toHaveCount(0);
});

test("a reload empties it, and so does signing out", async ({ page }) => {
  await openTest(page);
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("status")).toContainText("user03 now has Write.");
  await openJournal(page);
  await expect(entries(page)).toHaveCount(1);
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain("user03");
  await button(page, "Sign out").click();
  await expect(heading(page, "Sign in")).toBeVisible();
  await fillSignIn(page, "admin");
  await button(page, "Sign in").click();
  await openJournal(page);
  await expect(page.getByText("Nothing was changed yet", { exact: true })).toBeVisible();
});

test("a reload asks nothing and shows it empty", async ({ page }) => {
  await openTest(page);
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("status")).toContainText("user03 now has Write.");
  await openJournal(page);
  await page.reload();
  await expect(heading(page, "Journal")).toBeVisible();
  await expect(page.getByText("Nothing was changed yet", { exact: true })).toBeVisible();
  await expect(entries(page)).toHaveCount(0);
});

test("it is for nobody who is not signed in, and signing in leads to it", async ({ page }) => {
  await page.goto("/journal");
  await expect(heading(page, "Sign in")).toBeVisible();
  await fillSignIn(page, "user01");
  await button(page, "Sign in").click();
  await expect(heading(page, "Journal")).toBeVisible();
});

test("it is saved as CSV and JSON, one row per person and write", async ({ page }) => {
  await openTest(page);
  const ids: string[] = [];
  page.on("response", (response) => {
    if (response.request().method() !== "GET") {
      ids.push(response.headers()["x-request-id"] ?? "");
    }
  });
  const opened = await openGrant(page);
  await opened.fill(1, "=1+1", STRANGERS[0]);
  await opened.grant.click();
  await expect(page.getByRole("status")).toContainText("Granted Read to =1+1.");
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("status")).toContainText("user03 now has Write.");
  await openJournal(page);
  expect(ids).toEqual([expect.stringMatching(/.{8,}/), expect.stringMatching(/.{8,}/)]);
  // CTS finds a change by it, and it was kept of failures alone.
  for (const id of ids) {
    await expect(page.getByText(`Request ID ${id}`)).toBeVisible();
  }
  const csv = await save(page, page, "CSV");
  await expect(page.getByRole("status")).toHaveText("Exported 2 rows.");
  expect(csv.name).toMatch(/^journal-local-\d{4}-\d\d-\d\dT\d{4}\.csv$/);
  const [head, ...rows] = readTable(csv.text);
  expect(head).toEqual("entry,time,by,target,action,user_id,user_name,account,before,after,answer,outcome,request_id,reason,planned_by".split(","));
  const time = expect.stringMatching(/^20\d\d-\d\d-\d\d/) as unknown;
  const granted = ["1", time, "admin", "group/test", "grant", STRANGERS[0]];
  const changed = ["2", time, "admin", "group/test", "change", ID.user03, "user03"];
  expect(rows, "a name that looks like a formula is none in a spreadsheet").toEqual([
    [...granted, "'=1+1", "", "", "read", "success", "applied", ids[0], "", ""],
    [...changed, "", "read", "write", "success", "applied", ids[1], "", ""],
  ]);
  const json = await save(page, page, "JSON");
  expect(json.name).toMatch(/^journal-local-.*\.json$/);
  const { entries } = JSON.parse(json.text) as { entries: Record<string, string>[] };
  expect(entries.map((object) => Object.values(object))).toEqual([
    [...granted, "=1+1", "", "", "read", "success", "applied", ids[0], "", ""],
    rows[1],
  ]);
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the journal", async ({ page }) => {
    await signIn(page, { at: TEST_IMAGE });
    await button(page, "删除 user03 的权限").click();
    await button(page.getByRole("dialog"), "删除").click();
    await expect(page.getByRole("status")).toHaveText("删除成功。已删除 user03 的权限。");
    await page.getByRole("link", { name: "操作日志", exact: true }).click();
    await expect(heading(page, "操作日志")).toBeVisible();
    await expect(entries(page)).toHaveText(["1. 在 group/test 上删除 1 项权限"]);
    await expectLines(entry(page, 1), ["user03 读取 → 无 已生效"]);
    await button(entry(page, 1), "撤销").click();
    await expectLines(page.getByRole("dialog", { name: "撤销", exact: true }), ["user03 无 → 读取"]);
    await button(page.getByRole("dialog"), "撤销").click();
    await expect(page.getByRole("status")).toHaveText("已为 1 个用户撤销。");
  });
});
