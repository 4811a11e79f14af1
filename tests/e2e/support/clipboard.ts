// What was copied, found out as a person does: by pasting. Hosts forbid the console's own page to read the clipboard.
import type { Page } from "@playwright/test";

/** Lets the pages of a test write to the clipboard. */
export async function allowClipboard(page: Page): Promise<void> {
  await page.context().grantPermissions(["clipboard-write"]);
}

/** The text on the clipboard, pasted into a page beside the console. */
export async function clipboard(page: Page): Promise<string> {
  const other = await page.context().newPage();
  await other.setContent("<textarea></textarea>");
  const field = other.getByRole("textbox");
  await field.press("ControlOrMeta+V");
  const text = await field.inputValue();
  await other.close();
  await page.bringToFront();
  return text;
}

/** Pastes a text where the focus is, as Ctrl+V does. */
export async function paste(page: Page, text: string): Promise<void> {
  await allowClipboard(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("ControlOrMeta+V");
}
