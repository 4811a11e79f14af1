// The page while the browser translates it. Chrome and others put `<font>` elements in the place of text: with the page's
// own text inside, or with a copy of it. Old counts stayed, and a row that was being changed had no "Save".
import type { Page } from "@playwright/test";
import { storedLevel } from "../support/api.ts";
import { rowEdit, tick } from "../support/change.ts";
import { button, field, fillSignIn, signIn, table } from "../support/console.ts";
import { openGrant } from "../support/grant.ts";
import { ID, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

type Manner = "moves the text into the element" | "replaces it by a copy";

/** Translates every text of the page, now and whenever there is a new one. Two signs are around what is translated. */
async function translate(page: Page, manner: Manner): Promise<void> {
  await page.evaluate((moves) => {
    const isDone = (text: Text) => text.parentElement?.closest("font, script, style, select, [translate=no]") !== null;
    const wrap = (text: Text) => {
      if (isDone(text) || text.data.trim() === "") return;
      const font = document.createElement("font");
      if (moves) {
        text.replaceWith(font);
        font.append(text);
      } else {
        font.append(document.createTextNode(text.data));
        text.replaceWith(font);
      }
    };
    const all = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
      for (const text of texts) wrap(text);
    };
    all();
    let timer = 0;
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = window.setTimeout(all, 20);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  }, manner === "moves the text into the element");
}

for (const manner of ["moves the text into the element", "replaces it by a copy"] as const) {
  test(`a translation that ${manner}: search, change, select and grant go on`, async ({ page, emulator }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await signIn(page, { at: TEST_IMAGE });
    await expect(table(page, "Permissions of group/test")).toBeVisible();
    await translate(page, manner);
    await expect(page.locator("main font").first()).toBeVisible();

    await field(page, "Search users").fill("user03");
    await expect(page.getByText(/1 of 4 users/)).toBeVisible();
    await expect(page.getByText(/\b4 users/), "no old count is left beside the new one").toHaveCount(1);

    await button(page, "Change user03").click();
    const edit = rowEdit(page, "user03");
    await edit.level.selectOption({ label: "Write" });
    await edit.save.click();
    await expect(page.getByRole("status")).toHaveText("Update succeeded. user03 now has Write.");
    expect(await storedLevel(emulator, "user03")).toBe(3);
    await expect(page.getByRole("row", { name: /user03/ })).toContainText("Write");
    await expect(page.getByRole("row", { name: /user03/ })).not.toContainText("Read");

    await tick(page, "user03").check();
    await expect(page.getByText("1 of 1 selected")).toBeVisible();

    const dialog = await openGrant(page);
    await dialog.grant.click();
    await expect(dialog.name(1)).toHaveAccessibleDescription("Enter the user's name.");
    await dialog.fill(1, "user05", ID.user05);
    await expect(dialog.root.getByText("Enter the user's name.")).toHaveCount(0);
    await dialog.grant.click();
    await expect(page.getByRole("status")).toHaveText("Creation successful. Granted Read to user05.");
    await expect(page.getByText("Something went wrong on this page.")).toHaveCount(0);
    expect(errors).toEqual([]);
  });

  test(`a translation that ${manner}: signing in, the organizations and another language go on`, async ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto("/sign-in");
    await translate(page, manner);
    await expect(page.locator("main font").first()).toBeVisible();
    await button(page, "Sign in").click();
    await expect(field(page, "Password")).toHaveAccessibleDescription("Fill in this field.");
    await fillSignIn(page, "admin");
    await button(page, "Sign in").click();
    await expect(table(page, "Organizations")).toBeVisible();
    await field(page, "Filter by name").fill("gr");
    await expect(page.getByText(/^1 of \d+ organizations$/)).toBeVisible();
    await expect(page.getByText(/^\d+ organizations$/), "no old count is left beside the new one").toHaveCount(0);
    await page.getByRole("link", { name: "group", exact: true }).click();
    await expect(table(page, "Images of group")).toBeVisible();
    await expect(page.locator("main font").first(), "the whole is translated too").toBeVisible();
    await page.getByRole("combobox", { name: "Language", exact: true }).selectOption({ label: "简体中文" });
    await expect(page.getByRole("columnheader", { name: "类型" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Visibility" })).toHaveCount(0);
    await expect(page.getByText("Something went wrong on this page.")).toHaveCount(0);
    expect(errors).toEqual([]);
  });
}
