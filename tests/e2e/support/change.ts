// Changing and revoking: in a row, by ticks, and in the dialogs that ask before.
import type { Locator, Page } from "@playwright/test";
import { button, dialog, field, type Place, signIn, table } from "./console.ts";
import { TEST_IMAGE, type User } from "./seed.ts";
import { expect } from "./test.ts";
import { type Language, WORDS } from "./words.ts";

/** A level by its name. */
export type Level = "Read" | "Write" | "Manage";

/** Signs in and waits for the table of `group/test`. */
export async function openTest(page: Page, user: User = "admin"): Promise<Locator> {
  await signIn(page, { user, at: TEST_IMAGE });
  const permissions = table(page, "Permissions of group/test");
  await expect(permissions).toBeVisible();
  return permissions;
}

/** The column of levels. */
export const LEVELS = 2;

/** A row that is being edited. */
export interface RowEdit {
  level: Locator;
  save: Locator;
  cancel: Locator;
}

/** The controls in someone's row while it is edited. */
export function rowEdit(page: Page, name: string, language: Language = "en"): RowEdit {
  const words = WORDS[language];
  const level = page.getByRole("combobox", { name: words.permissionOf(name), exact: true });
  const row = page.getByRole("row").filter({ has: level });
  return { level, save: button(row, words.save), cancel: button(row, words.cancel) };
}

/** Starts to edit someone's row. */
export async function editRow(page: Page, name: string, language: Language = "en"): Promise<RowEdit> {
  await button(page, WORDS[language].changeOf(name)).click();
  const edit = rowEdit(page, name, language);
  await expect(edit.level).toBeVisible();
  return edit;
}

/** The option that is chosen. */
export function chosen(level: Locator): Locator {
  return level.getByRole("option", { selected: true });
}

/** Gives someone a level in their row. */
export async function changeInRow(page: Page, name: string, level: Level): Promise<void> {
  const edit = await editRow(page, name);
  await edit.level.selectOption({ label: level });
  await edit.save.click();
}

/** The checkbox of someone's row. */
export function tick(page: Page, name: string): Locator {
  return page.getByRole("checkbox", { name: `Select ${name}`, exact: true });
}

/** The checkbox for everyone. */
export function tickAll(page: Page): Locator {
  return page.getByRole("checkbox", { name: "Select all", exact: true });
}

/** The dialogs. */
export const CHANGE = "Change permission";
export const REVOKE = "Revoke permission";

/** Opens the dialog that revokes from one person. */
export async function askToRevoke(page: Page, name: string): Promise<Locator> {
  await button(page, `Revoke ${name}`).click();
  const opened = dialog(page, REVOKE);
  await expect(opened).toBeVisible();
  return opened;
}

/** Opens the dialog that changes everyone who is ticked, and chooses a level. */
export async function askToChange(page: Page, level: Level): Promise<Locator> {
  await button(page, "Change selected").click();
  const opened = dialog(page, CHANGE);
  await field(opened, "Permission").selectOption({ label: level });
  return opened;
}

/** What a dialog, or an entry of the journal, says of everyone: one line per person. */
export function lines(place: Place): Promise<string[]> {
  return place
    .getByRole("listitem")
    .evaluateAll((items) =>
      items.map((item) => (item as HTMLElement).innerText.replace(/\s+/g, " ").trim()),
    );
}

/** Waits until a dialog says exactly this of everyone. */
export async function expectLines(place: Place, wanted: (string | RegExp)[]): Promise<void> {
  await expect
    .poll(() => lines(place))
    .toEqual(wanted.map((line) => (typeof line === "string" ? line : (expect.stringMatching(line) as unknown))));
}
