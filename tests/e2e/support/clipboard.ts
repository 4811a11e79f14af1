// What the clipboard holds. The console's own page may not read it, by the policy that its server sends, so a page of
// the test's own looks.
import type { Page } from "@playwright/test";

/** Lets the pages of a test use the clipboard. */
export async function allowClipboard(page: Page): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
}

/** The text in the clipboard. */
export async function clipboard(page: Page): Promise<string> {
  const reader = await page.context().newPage();
  const at = new URL("/clipboard-of-the-test", page.url()).href;
  await reader.route(at, (route) => route.fulfill({ contentType: "text/html", body: "<title>Clipboard</title>" }));
  await reader.goto(at);
  const text = await reader.evaluate(() => navigator.clipboard.readText());
  await reader.close();
  await page.bringToFront();
  return text;
}
