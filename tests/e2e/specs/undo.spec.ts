// Undo: what holds now is read first, the difference is shown, and what is confirmed is an ordinary write.
import {
  changeElsewhere,
  grantElsewhere,
  listenForAccess,
  methods,
  onWrites,
  revokeElsewhere,
  storedLevel,
} from "../support/api.ts";
import { askToChange, askToRevoke, changeInRow, expectLines, openTest, tickAll } from "../support/change.ts";
import { button, dialog, field } from "../support/console.ts";
import { openGrant } from "../support/grant.ts";
import { askToUndo, entries, entry, leaveToJournal, openJournal } from "../support/journal.ts";
import { expectProblem } from "../support/problem.ts";
import { ID } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

test("a change", async ({ page, emulator }) => {
  await openTest(page);
  await changeInRow(page, "user03", "Manage");
  await expect(page.getByRole("status")).toContainText("user03 now has Manage.");
  await openJournal(page);
  const requests = listenForAccess(page);
  const asking = await askToUndo(page, 1);
  expect(methods(requests), "it looks before it asks").toEqual(["GET"]);
  await expectLines(asking, ["user03 Manage → Read can no longer push, delete or grant permissions, unless the organization allows it"]);
  await button(asking, "Undo").click();
  await expect(page.getByRole("status")).toHaveText("Undone for 1 user.");
  await expect(asking).toHaveCount(0);
  expect(methods(requests)).toEqual(["GET", "GET", "PATCH", "GET"]);
  expect(await storedLevel(emulator, "user03")).toBe(1);
  await expect(entries(page), "undoing is an entry of its own").toHaveText([
    "2. Changed 1 permission on group/test",
    "1. Changed 1 permission on group/test",
  ]);
  await expect(entry(page, 2)).toContainText("Undoes entry 1.");
});

test("a grant", async ({ page, emulator }) => {
  await openTest(page);
  const opened = await openGrant(page);
  await opened.fill(1, "user05", ID.user05);
  await opened.grant.click();
  await expect(page.getByRole("status")).toContainText("Granted Read to user05.");
  await openJournal(page);
  const asking = await askToUndo(page, 1);
  await expectLines(asking, ["user05 Read → Nothing can no longer pull, unless the organization allows it"]);
  await button(asking, "Undo").click();
  await expect(page.getByRole("status")).toHaveText("Undone for 1 user.");
  expect(await storedLevel(emulator, "user05")).toBeUndefined();
});

test("a revocation, and undoing that", async ({ page, emulator }) => {
  await openTest(page);
  await button(await askToRevoke(page, "user01"), "Revoke").click();
  await expect(page.getByRole("status")).toContainText("Revoked the permission of user01.");
  await openJournal(page);
  const asking = await askToUndo(page, 1);
  await expectLines(asking, ["user01 Nothing → Manage"]);
  await button(asking, "Undo").click();
  await expect(page.getByRole("status")).toHaveText("Undone for 1 user.");
  expect(await storedLevel(emulator, "user01")).toBe(7);
  await button(await askToUndo(page, 2), "Undo").click();
  await expect(entries(page)).toHaveCount(3);
  await expect.poll(() => storedLevel(emulator, "user01")).toBeUndefined();
});

test("a change of several, to what each of them had", async ({ page, emulator }) => {
  await openTest(page);
  await tickAll(page).check();
  await button(await askToChange(page, "Read"), "Change").click();
  await expect(page.getByRole("status")).toContainText("2 users now have Read.");
  await openJournal(page);
  const asking = await askToUndo(page, 1);
  await expectLines(asking, ["user01 Read → Manage", "user02 Read → Write"]);
  await button(asking, "Undo").click();
  await expect(page.getByRole("status")).toHaveText("Undone for 2 users.");
  expect([await storedLevel(emulator, "user01"), await storedLevel(emulator, "user02")]).toEqual([7, 3]);
});

test("what somebody else did since is said before it is overwritten", async ({ page, emulator }) => {
  await openTest(page);
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("status")).toContainText("user03 now has Write.");
  await changeElsewhere(emulator, "user03", 7);
  await openJournal(page);
  const asking = await askToUndo(page, 1);
  const since = /^user03 Manage → Read .*Someone else changed this since\. Undo overwrites their change\.$/;
  await expectLines(asking, [since]);
  await button(asking, "Cancel").click();
  expect(await storedLevel(emulator, "user03")).toBe(7);
});

test("a re-grant instead of a change, where the permission is gone meanwhile", async ({ page, emulator }) => {
  await openTest(page);
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("status")).toContainText("user03 now has Write.");
  await revokeElsewhere(emulator, "user03");
  await openJournal(page);
  const requests = listenForAccess(page);
  const asking = await askToUndo(page, 1);
  await expectLines(asking, ["user03 Nothing → Read Someone else changed this since. Undo overwrites their change."]);
  await button(asking, "Undo").click();
  await expect(page.getByRole("status")).toHaveText("Undone for 1 user.");
  expect(methods(requests)).toEqual(["GET", "GET", "POST", "GET"]);
});

test("where there is nothing to undo, that is said and nothing is asked", async ({ page, emulator }) => {
  await openTest(page);
  await button(await askToRevoke(page, "user03"), "Revoke").click();
  await expect(page.getByRole("status")).toContainText("Revoked the permission of user03.");
  await grantElsewhere(emulator, [{ user_id: ID.user03, user_name: "user03", auth: 1 }]);
  await openJournal(page);
  const requests = listenForAccess(page);
  await button(entry(page, 1), "Undo").click();
  await expect(page.getByRole("status")).toHaveText("There is nothing to undo: everything is as it was before.");
  await expect(dialog(page, "Undo")).toHaveCount(0);
  expect(methods(requests)).toEqual(["GET"]);
});

test("a write that came to nothing has nothing to undo", async ({ page }) => {
  await openTest(page);
  await onWrites(page, (route) => route.abort());
  await changeInRow(page, "user03", "Write");
  await expectProblem(page, "No connection.");
  await leaveToJournal(page);
  await button(entry(page, 1), "Undo").click();
  await expect(page.getByRole("status")).toHaveText("There is nothing to undo: everything is as it was before.");
});

test("nobody can grant their own permission back, and that is said", async ({ page }) => {
  await openTest(page);
  const revoking = await askToRevoke(page, "admin");
  await field(revoking, "Type test to confirm").fill("test");
  await button(revoking, "Revoke").click();
  await expect(page.getByRole("status")).toContainText("Revoked the permission of admin.");
  await openJournal(page);
  const asking = await askToUndo(page, 1);
  await expect(asking.getByText("Can't be undone: users can't grant permissions to themselves.")).toBeVisible();
});

test("where the list can't be read, the entry says so", async ({ page }) => {
  await openTest(page);
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("status")).toContainText("user03 now has Write.");
  await openJournal(page);
  await page.route("**/access", (route) => route.abort());
  await button(entry(page, 1), "Undo").click();
  await expectProblem(entry(page, 1), "No connection.");
  await expect(dialog(page, "Undo")).toHaveCount(0);
});
