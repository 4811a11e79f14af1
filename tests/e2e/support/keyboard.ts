// Moving about without a mouse.
import type { Locator, Page } from "@playwright/test";

/** The most stops between two places on a page; more would be a complaint of its own. */
const FAR = 50;

/** Presses Tab until the focus is on an element. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let stop = 0; stop < FAR; stop += 1) {
    await page.keyboard.press(key);
    if (await isFocused(target)) {
      return;
    }
  }
  throw new Error(`${FAR} times ${key} did not lead to ${target.toString()}`);
}

/** Whether the focus is on an element. */
export async function isFocused(target: Locator): Promise<boolean> {
  return (await target.count()) === 1 && target.evaluate((element) => element === document.activeElement);
}
