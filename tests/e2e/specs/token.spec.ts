// The token stays where it belongs: in its headers, and in one key of the tab's storage.
import type { Page } from "@playwright/test";
import { issueToken, onWrites } from "../support/api.ts";
import { Canary } from "../support/canary.ts";
import { askToRevoke, changeInRow, tick } from "../support/change.ts";
import { allowClipboard } from "../support/clipboard.ts";
import {
  button,
  chooseLanguage,
  dialog,
  field,
  heading,
  signInByForm,
  signInWithToken,
  table,
} from "../support/console.ts";
import { openGrant } from "../support/grant.ts";
import { askToUndo, openJournal } from "../support/journal.ts";
import { ID, imageAt } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const FORMATS = ["HTTP", "curl", "KooCLI", "Terraform"];

/** Through the lists to the image, with everything that can be copied and saved there. */
async function browse(page: Page, canary: Canary): Promise<void> {
  await expect(heading(page, "Organizations")).toBeVisible();
  await canary.look();
  await page.getByRole("link", { name: "group", exact: true }).click();
  await expect(table(page, "Images of group")).toBeVisible();
  await canary.look();
  await page.getByRole("link", { name: "Users", exact: true }).click();
  await expect(table(page, "Permissions of group")).toBeVisible();
  await canary.look();
  await page.getByRole("link", { name: "Images", exact: true }).click();
  await page.getByRole("link", { name: "test", exact: true }).click();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  await canary.copyBy(button(page, "Copy user ID").first());
  await canary.copyBy(button(page, "Copy pull command"));
  for (const kind of ["CSV", "JSON"]) {
    await button(page, "Export").click();
    await canary.saveBy(button(page, kind));
  }
  await page.getByRole("switch", { name: "Effective access", exact: true }).click();
  await expect(table(page, "Effective access to group/test")).toBeVisible();
  await canary.look();
  await page.getByRole("switch", { name: "Effective access", exact: true }).click();
}

/** Every kind of write, with its request in every form. */
async function write(page: Page, canary: Canary): Promise<void> {
  const { root, fill, grant } = await openGrant(page);
  await fill(1, "user05", ID.user05);
  await root.getByText("Request", { exact: true }).click();
  for (const label of FORMATS) {
    await field(root, "Format").selectOption({ label });
    await canary.copyBy(button(root, "Copy"));
    await canary.look();
  }
  await grant.click();
  await expect(page.getByRole("status")).toHaveText(/^Creation successful\./);
  await canary.look();
  await tick(page, "user03").check();
  await canary.look();
  await tick(page, "user03").uncheck();
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("status")).toContainText("user03 now has Write.");
  const revoking = await askToRevoke(page, "user02");
  await button(revoking, "Revoke").click();
  await expect(revoking).toBeHidden();
  await openJournal(page);
  await button(page, "Export").click();
  await canary.saveBy(button(page, "JSON"));
  await canary.look();
  const undoing = await askToUndo(page, 1);
  await canary.look();
  await button(undoing, "Cancel").click();
}

/** What fails, and what is said of it. */
async function fail(page: Page, canary: Canary): Promise<void> {
  await page.goto(imageAt("error-500"));
  await page.getByText("Technical details", { exact: true }).click();
  await canary.copyBy(button(page, "Copy details"));
  await canary.look();
  await page.goto(imageAt("test"));
  await onWrites(page, (route) => route.abort());
  await changeInRow(page, "user01", "Read");
  await expect(page.getByRole("alert")).toBeVisible();
  await canary.look();
  await page.goto("/nonsense");
  await expect(heading(page, "Not found")).toBeVisible();
  await chooseLanguage(page, "zh-CN");
  await canary.look();
  await chooseLanguage(page, "en");
}

for (const way of ["a password", "a pasted token"]) {
  test(`the token of ${way} is nowhere but in its headers and the one key`, async ({ page, server, emulator }) => {
    test.slow();
    await allowClipboard(page);
    const canary = new Canary(page);
    if (way === "a password") {
      await signInByForm(page);
    } else {
      await signInWithToken(page, await issueToken(emulator, "admin"));
    }
    await canary.begin();
    await browse(page, canary);
    await write(page, canary);
    await fail(page, canary);
    canary.note("the logs of the web server", await server.output());
    canary.note("the logs of the service", await emulator.output());
    const carriers = await canary.end();
    const others = way === "a password" ? [] : ["x-subject-token of GET /v3/auth/tokens"];
    expect([...carriers].sort()).toEqual(["x-auth-token", ...others]);
    await button(page, "Sign out").click();
    await expect(dialog(page, "Sign in again")).toHaveCount(0);
    await expect(heading(page, "Sign in")).toBeVisible();
    expect(await page.evaluate(() => sessionStorage.length), "and afterwards nowhere").toBe(0);
  });
}
