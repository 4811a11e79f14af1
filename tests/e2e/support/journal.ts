// The page "Journal".
import type { Locator, Page } from "@playwright/test";
import { button, dialog, heading } from "./console.ts";
import { discard } from "./grant.ts";
import { expect } from "./test.ts";

/** Goes there by the link in the page's head, as a reload would empty the journal. */
export async function openJournal(page: Page): Promise<void> {
  await page.getByRole("banner").getByRole("link", { name: "Journal", exact: true }).click();
  await expect(heading(page, "Journal")).toBeVisible();
}

/** The headings of the entries, from top to bottom. */
export function entries(page: Page): Locator {
  return page.getByRole("heading", { level: 2 });
}

/** An entry by its number. */
export function entry(page: Page, number: number): Locator {
  return page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 2, name: new RegExp(`^${number}\\. `) }) });
}

/** Opens the dialog that undoes an entry. */
export async function askToUndo(page: Page, number: number): Promise<Locator> {
  await button(entry(page, number), "Undo").click();
  const opened = dialog(page, "Undo");
  await expect(opened).toBeVisible();
  return opened;
}

/** Goes to the journal from a page with something that was not sent, and gives that up. */
export async function leaveToJournal(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Journal", exact: true }).click();
  await discard(page);
  await expect(heading(page, "Journal")).toBeVisible();
}
