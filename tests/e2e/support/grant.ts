// The grant dialog.
import type { Locator, Page } from "@playwright/test";
import { button, dialog, field } from "./console.ts";
import { expect } from "./test.ts";
import { type Language, WORDS } from "./words.ts";

/** The open dialog and what is in it. */
export interface GrantDialog {
  root: Locator;
  row(number: number): Locator;
  name(number: number): Locator;
  id(number: number): Locator;
  level(number: number): Locator;
  grant: Locator;
  cancel: Locator;
  suggestions: Locator;
  /** Types a user into a row. */
  fill(number: number, name: string, id: string): Promise<void>;
}

/** The dialog, whether it is open or not. */
export function grantDialog(page: Page, language: Language = "en"): GrantDialog {
  const words = WORDS[language];
  const root = dialog(page, words.grantPermission);
  const row = (number: number) => root.getByRole("group", { name: words.userNumber(number), exact: true });
  const name = (number: number) => field(row(number), words.userName);
  const id = (number: number) => field(row(number), words.userId);
  return {
    root,
    row,
    name,
    id,
    level: (number) => row(number).getByRole("combobox", { name: "Permission", exact: true }),
    grant: button(root, words.grant),
    cancel: button(root, words.cancel),
    suggestions: root.getByRole("listbox", { name: "Suggestions", exact: true }),
    fill: async (number, userName, userId) => {
      await name(number).fill(userName);
      // Leaving the name may bring the id along; only then is it typed over.
      await name(number).press("Tab");
      await id(number).fill(userId);
    },
  };
}

/** Gives up what was typed on the page, in answer to the question. */
export async function discard(page: Page): Promise<void> {
  const question = dialog(page, "Discard what you typed?");
  await button(question, "Discard").click();
  await expect(question).toHaveCount(0);
}

/** Opens the dialog. */
export async function openGrant(page: Page, language: Language = "en"): Promise<GrantDialog> {
  const opened = grantDialog(page, language);
  await button(page, WORDS[language].grantPermission).click();
  await expect(opened.root).toBeVisible();
  return opened;
}
