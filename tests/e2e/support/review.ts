// Steps of the access review that several specs take.
import { expect, type Locator, type Page } from "@playwright/test";
import { button } from "./console.ts";

/** Scans everything, and waits until it has been read. */
export async function scan(page: Page): Promise<void> {
  await button(page, "Start scan").click();
  await expect(page.getByText("Finished.", { exact: true }).first()).toBeVisible({ timeout: 45_000 });
}

/** A link of the page itself, not of the header. */
export function link(page: Page, name: string): Locator {
  return page.getByRole("main").getByRole("link", { name, exact: true });
}

/** Opens a text as the file of a snapshot. */
export async function open(page: Page, text: string): Promise<void> {
  const chosen = page.waitForEvent("filechooser");
  await button(page, "Open file").click();
  await (await chosen).setFiles({ name: "snapshot.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(text) });
}

/** Opens a text as the file of a plan. */
export async function openPlan(page: Page, text: string): Promise<void> {
  const chosen = page.waitForEvent("filechooser");
  await button(page, "Open plan").click();
  await (await chosen).setFiles({ name: "plan.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(text) });
}
