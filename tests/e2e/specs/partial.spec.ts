// When only a part is done, or the result is unknown: the list is read again and shows the result for every user. Nothing is
// ever sent twice by the program.
import type { Page } from "@playwright/test";
import { listenForAccess, listenForWrites, loseNextRead, methods, onWrites, storedLevel } from "../support/api.ts";
import {
  askToChange,
  askToRevoke,
  changeInRow,
  expectLines,
  LEVELS,
  openTest,
  rowEdit,
  tickAll,
} from "../support/change.ts";
import { button, expectColumn, table } from "../support/console.ts";
import { expectProblem } from "../support/problem.ts";
import { ID } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const RETRY = "Retry what failed";
const entry = (name: "admin" | "user02" | "user03", auth: number) => ({ user_id: ID[name], user_name: name, auth });

/** `user01` changes all others to Write, the creator last. */
async function changeAllByUser01(page: Page) {
  const permissions = await openTest(page, "user01");
  await button(permissions, "User").click();
  await expectColumn(permissions, 0, ["user01 You", "user03", "user02", "admin"]);
  await tickAll(page).check();
  const asking = await askToChange(page, "Write");
  await button(asking, "Change").click();
  await expectProblem(asking, "Permission denied.");
  return asking;
}

test.describe("a service that keeps what it did before a refusal", () => {
  test.use({ emulatorArgs: ["--switch", "creator-change=403", "--switch", "batch=partial"] });

  test("is shown person by person, and only what failed is tried again", async ({ page }) => {
    const writes = listenForWrites(page);
    const asking = await changeAllByUser01(page);
    const open = "admin Manage → Write can no longer delete or grant permissions, unless the organization allows it";
    await expectLines(asking, ["user03 Applied", "admin Not applied", open]);
    await button(asking, RETRY).click();
    await expectLines(asking, ["admin Not applied", open]);
    expect(writes.map((request) => request.postDataJSON() as unknown)).toEqual([
      [entry("user03", 3), entry("admin", 3)],
      [entry("admin", 3)],
    ]);
    await button(asking, "Cancel").click();
    await expectColumn(table(page, "Permissions of group/test"), LEVELS, ["Manage", "Write", "Write", "Manage"]);
  });
});

test.describe("a service that does all or nothing", () => {
  test.use({ emulatorArgs: ["--switch", "creator-change=403"] });

  test("has done nothing after a refusal", async ({ page, emulator }) => {
    const asking = await changeAllByUser01(page);
    await expect(asking.getByText("Not applied", { exact: true })).toHaveCount(2);
    expect(await storedLevel(emulator, "user03")).toBe(1);
  });
});

test.describe("a failure that passes", () => {
  test.use({ emulatorArgs: ["--switch", "batch=partial"] });

  test("is mended by one more request for the rest", async ({ page }) => {
    const permissions = await openTest(page);
    const writes = listenForWrites(page);
    let isFirst = true;
    await onWrites(page, async (route) => {
      // The emulator stops at this name, and has done what comes before it.
      const body = route.request().postData() ?? "";
      await route.continue({ postData: isFirst ? body.replace('"user02"', '"error-500"') : body });
      isFirst = false;
    });
    await tickAll(page).check();
    const asking = await askToChange(page, "Read");
    await button(asking, "Change").click();
    await expectProblem(asking, "Internal error.");
    await expectLines(asking, ["user01 Applied", "user02 Not applied", "user02 Write → Read can no longer push, unless the organization allows it"]);
    await button(asking, RETRY).click();
    await expect(page.getByRole("status")).toHaveText("Update succeeded. user02 now has Read.");
    await expect(asking).toHaveCount(0);
    await expectColumn(permissions, LEVELS, ["Manage", "Read", "Read", "Read"]);
    expect((writes[1]?.postDataJSON() as unknown[]).length).toBe(1);
    expect(methods(writes)).toEqual(["PATCH", "PATCH"]);
  });
});

test("an answer that got lost: the list shows that it was done", async ({ page, emulator }) => {
  const permissions = await openTest(page);
  const writes = listenForWrites(page);
  await onWrites(page, async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("status"), "nothing that the service has not said").toHaveText("user03 now has Write.");
  await expect(button(permissions, "Save")).toHaveCount(0);
  await expectColumn(permissions, LEVELS, ["Manage", "Manage", "Write", "Write"]);
  expect(methods(writes)).toEqual(["PATCH"]);
  expect(await storedLevel(emulator, "user03")).toBe(3);
});

test("an answer that got lost, and nothing was done", async ({ page, emulator }) => {
  await openTest(page);
  const writes = listenForWrites(page);
  await onWrites(page, (route) => route.abort("connectionreset"));
  await changeInRow(page, "user03", "Write");
  await expectProblem(page, "No connection.");
  await expectLines(page.getByRole("main"), ["user03 Not applied"]);
  expect(methods(writes)).toEqual(["PATCH"]);
  expect(await storedLevel(emulator, "user03")).toBe(1);
  await page.unrouteAll();
  await rowEdit(page, "user03").save.click();
  await expect(page.getByRole("status")).toHaveText("Update succeeded. user03 now has Write.");
});

test("where the list can't be read either nobody can tell, and trying again looks first", async ({ page }) => {
  const permissions = await openTest(page);
  const requests = listenForAccess(page);
  await onWrites(page, async (route) => {
    await route.fetch();
    await loseNextRead(page);
    await route.abort("connectionreset");
  });
  const asking = await askToRevoke(page, "user03");
  await button(asking, "Revoke").click();
  await expectProblem(asking, "No connection.");
  await expect(asking.getByText("Unknown", { exact: true })).toBeVisible();
  await button(asking, RETRY).click();
  await expect(asking.getByText("Nothing to change: everyone already has this permission.")).toBeVisible();
  expect(methods(requests).filter((method) => method === "DELETE")).toHaveLength(1);
  await button(asking, "Cancel").click();
  await expectColumn(permissions, 0, ["admin You", "user01", "user02"]);
});

test("a success that the list contradicts is called that", async ({ page }) => {
  await openTest(page);
  const writes = listenForWrites(page);
  await onWrites(page, (route) => route.fulfill({ status: 200, json: {} }));
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("alert")).toHaveText("The service reported success, but the list shows something else.");
  await expectLines(page.getByRole("main"), ["user03 Not applied"]);
  await expect(page.getByRole("status"), "no word of success").not.toContainText("succeeded");
  expect(methods(writes)).toEqual(["PATCH"]);
});

test("where the list can't be read before, nothing is sent", async ({ page }) => {
  await openTest(page);
  const writes = listenForWrites(page);
  await loseNextRead(page);
  await changeInRow(page, "user03", "Write");
  await expect(page.getByText(/^Nothing was sent: the list couldn't be read/)).toBeVisible();
  expect(writes).toHaveLength(0);
  await rowEdit(page, "user03").save.click();
  await expect(page.getByRole("status")).toHaveText("Update succeeded. user03 now has Write.");
  expect(methods(writes)).toEqual(["PATCH"]);
});

test("Save twice is one request", async ({ page }) => {
  await openTest(page);
  const writes = listenForWrites(page);
  await onWrites(page, async (route) => {
    await rowEdit(page, "user03").save.press("Enter");
    await route.continue();
  });
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("status")).toHaveText("Update succeeded. user03 now has Write.");
  expect(methods(writes)).toEqual(["PATCH"]);
});
