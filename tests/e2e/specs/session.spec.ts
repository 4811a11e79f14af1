// The end of a session: asked for once, over whatever is open, and nothing that was typed is lost.
import type { Page } from "@playwright/test";
import { issueToken, listenForWrites, methods, onWrites } from "../support/api.ts";
import { askToChange, chosen, openTest, tickAll } from "../support/change.ts";
import {
  button,
  cells,
  dialog,
  field,
  fillSignIn,
  heading,
  signInByForm,
  signInWithToken,
  table,
} from "../support/console.ts";
import { openGrant } from "../support/grant.ts";
import { ID, PASSWORD, STRANGERS, TEST_IMAGE } from "../support/seed.ts";
import { KEY } from "../support/session.ts";
import { expect, test } from "../support/test.ts";

const AGAIN = "Sign in again";

/** Makes a service refuse the token, by a grant to a user of that name. */
async function beRefused(page: Page): Promise<void> {
  const opened = await openGrant(page);
  await opened.fill(1, "error-401", STRANGERS[0]);
  await opened.grant.click();
  await expect(dialog(page, AGAIN)).toBeVisible();
}

test("two reads that are refused at once ask once", async ({ page }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  await page.evaluate((key) => {
    const session = JSON.parse(sessionStorage.getItem(key) ?? "") as { token: string };
    sessionStorage.setItem(key, JSON.stringify({ ...session, token: "WITHDRAWN-0123456789" }));
  }, KEY);
  await page.reload();
  await expect(dialog(page, AGAIN)).toHaveCount(1);
  await field(dialog(page, AGAIN), "Password").fill(PASSWORD);
  await button(dialog(page, AGAIN), "Sign in").click();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  await expect(dialog(page, AGAIN)).toHaveCount(0);
});

test("the dialog can't be put off", async ({ page }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  await beRefused(page);
  for (let time = 0; time < 3; time += 1) {
    await page.keyboard.press("Escape");
  }
  await expect(dialog(page, AGAIN)).toBeVisible();
});

test("a change of several that is refused keeps its question, and is not sent by itself", async ({ page }) => {
  await openTest(page);
  const writes = listenForWrites(page);
  const refusal = { error_code: "SVCSTG.SWR.4010000", error_msg: "Authentication failed." };
  await onWrites(page, (route) => route.fulfill({ status: 401, json: refusal }));
  await tickAll(page).check();
  const asking = await askToChange(page, "Manage");
  await button(asking, "Change").click();
  await expect(dialog(page, AGAIN)).toBeVisible();
  await page.unrouteAll();
  await field(dialog(page, AGAIN), "Password").fill(PASSWORD);
  await button(dialog(page, AGAIN), "Sign in").click();
  await expect(dialog(page, AGAIN)).toHaveCount(0);
  await expect(chosen(field(asking, "Permission"))).toHaveText("Manage");
  await expect(asking.getByText("user03", { exact: true })).toBeVisible();
  expect(methods(writes)).toEqual(["PATCH"]);
  await button(asking, "Change").click();
  await expect(page.getByRole("status")).toHaveText("Update succeeded. 2 users now have Manage.");
});

test("Sign out in the dialog ends everything", async ({ page }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  await beRefused(page);
  await button(dialog(page, AGAIN), "Sign out").click();
  await expect(heading(page, "Sign in")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(await page.content()).not.toContain(ID.user02);
});

test("a reload instead of an answer leads to the sign-in page, and back from there", async ({ page }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  await beRefused(page);
  await page.reload();
  await expect(heading(page, "Sign in")).toBeVisible();
  await fillSignIn(page, "admin");
  await button(page, "Sign in").click();
  await expect(heading(page, "group/test")).toBeVisible();
});

test("a session that began with a token asks for a token", async ({ page, emulator }) => {
  await signInWithToken(page, await issueToken(emulator, "admin"), TEST_IMAGE);
  await beRefused(page);
  const again = dialog(page, AGAIN);
  await expect(field(again, "Password")).toHaveCount(0);
  await field(again, "Access token").fill("UNKNOWN-0123456789");
  await button(again, "Sign in").click();
  await expect(again.getByText("Token not accepted.")).toBeVisible();
  await field(again, "Access token").fill(await issueToken(emulator, "admin"));
  await button(again, "Sign in").click();
  await expect(again).toHaveCount(0);
  await expect(field(page.getByRole("dialog"), "User name")).toHaveValue("error-401");
});

test("another user's token starts clean", async ({ page, emulator }) => {
  await signInWithToken(page, await issueToken(emulator, "admin"), TEST_IMAGE);
  await expect.poll(() => cells(table(page, "Permissions of group/test"))).toHaveLength(4);
  await beRefused(page);
  const again = dialog(page, AGAIN);
  await field(again, "Access token").fill(await issueToken(emulator, "user12"));
  await button(again, "Sign in").click();
  await expect(page.getByRole("banner")).toContainText("demo / user12");
  await expect(page.getByText("No organizations", { exact: true })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const document = await page.content();
  for (const trace of ["group/test", "error-401", ID.user02, ID.user05]) {
    expect(document, trace).not.toContain(trace);
  }
});
