// Two administrators at the same list: what one of them has done is noticed before the other overwrites it.
import type { Browser, Page } from "@playwright/test";
import { listenForWrites, methods, storedLevel } from "../support/api.ts";
import {
  askToChange,
  askToRevoke,
  changeInRow,
  chosen,
  editRow,
  expectLines,
  LEVELS,
  openTest,
  tickAll,
} from "../support/change.ts";
import { button, expectColumn, type Place } from "../support/console.ts";
import { ID } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const DRIFTED = "Someone else changed these permissions. Nothing was sent. Review the current values and confirm again.";

/** What the other one does, in a browser of their own. */
async function meanwhile(browser: Browser, baseURL: string | undefined, act: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await openTest(page, "user01");
  await act(page);
  await expect(page.getByRole("status")).toContainText("succeeded");
  await context.close();
}

/** Revokes in the dialog. */
async function revoke(page: Page, name: string): Promise<void> {
  await button(await askToRevoke(page, name), "Revoke").click();
}

async function expectDrift(place: Place, line: string): Promise<void> {
  const alert = place.getByRole("alert");
  await expect(alert.getByRole("paragraph")).toHaveText(DRIFTED);
  await expect(alert.getByRole("listitem")).toHaveText([line]);
}

test("a change in the row", async ({ page, browser, baseURL, emulator }) => {
  const permissions = await openTest(page);
  const writes = listenForWrites(page);
  const { level, save } = await editRow(page, "user03");
  await level.selectOption({ label: "Manage" });
  await meanwhile(browser, baseURL, (other) => changeInRow(other, "user03", "Write"));
  await save.click();
  await expectDrift(page, "user03: now Write, was Read");
  expect(writes).toHaveLength(0);
  expect(await storedLevel(emulator, "user03")).toBe(3);
  await expect(chosen(level), "the choice stays").toHaveText("Manage");
  await save.click();
  await expect(page.getByRole("status")).toHaveText("Update succeeded. user03 now has Manage.");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expectColumn(permissions, LEVELS, ["Manage", "Manage", "Write", "Manage"]);
  expect(methods(writes)).toEqual(["PATCH"]);
});

test("a change of several", async ({ page, browser, baseURL }) => {
  const permissions = await openTest(page);
  const writes = listenForWrites(page);
  await tickAll(page).check();
  const asking = await askToChange(page, "Read");
  await meanwhile(browser, baseURL, (other) => revoke(other, "user02"));
  await button(asking, "Change").click();
  await expectDrift(asking, "user02: now Nothing, was Write");
  expect(writes).toHaveLength(0);
  await expectLines(asking, ["user02: now Nothing, was Write", /^user01 Manage → Read/, "user02 Nothing → Read"]);
  await button(asking, "Change").click();
  await expect(asking).toHaveCount(0);
  await expectColumn(permissions, LEVELS, ["Manage", "Read", "Read", "Read"]);
  expect(writes.map((request) => [request.method(), request.postDataJSON() as unknown])).toEqual([
    ["POST", [{ user_id: ID.user02, user_name: "user02", auth: 1 }]],
    ["PATCH", [{ user_id: ID.user01, user_name: "user01", auth: 1 }]],
  ]);
});

test("a revocation", async ({ page, browser, baseURL, emulator }) => {
  await openTest(page);
  const writes = listenForWrites(page);
  const asking = await askToRevoke(page, "user02");
  await meanwhile(browser, baseURL, (other) => changeInRow(other, "user02", "Manage"));
  await button(asking, "Revoke").click();
  await expectDrift(asking, "user02: now Manage, was Write");
  expect(writes).toHaveLength(0);
  await expect(asking.getByText("Manage → Nothing")).toBeVisible();
  await button(asking, "Revoke").click();
  await expect(page.getByRole("status")).toHaveText("Request succeeded. Revoked the permission of user02.");
  expect(methods(writes)).toEqual(["DELETE"]);
  expect(await storedLevel(emulator, "user02")).toBeUndefined();
});

test("a revocation of what is gone already sends nothing", async ({ page, browser, baseURL }) => {
  const permissions = await openTest(page);
  const writes = listenForWrites(page);
  const asking = await askToRevoke(page, "user02");
  await meanwhile(browser, baseURL, (other) => revoke(other, "user02"));
  await button(asking, "Revoke").click();
  await expectDrift(asking, "user02: now Nothing, was Write");
  await expect(asking.getByText("Nothing to change: everyone already has this permission.")).toBeVisible();
  await button(asking, "Cancel").click();
  await expectColumn(permissions, 0, ["admin You", "user01", "user03"]);
  expect(writes).toHaveLength(0);
});

test("changes to other users are no conflict", async ({ page, browser, baseURL }) => {
  const permissions = await openTest(page);
  const { level, save } = await editRow(page, "user03");
  await level.selectOption({ label: "Write" });
  await meanwhile(browser, baseURL, (other) => changeInRow(other, "user02", "Read"));
  await save.click();
  await expect(page.getByRole("status")).toHaveText("Update succeeded. user03 now has Write.");
  await expectColumn(permissions, LEVELS, ["Manage", "Manage", "Read", "Write"]);
});
