// Steps of the access review that several specs take.
import { expect, type Locator, type Page } from "@playwright/test";
import { button, field } from "./console.ts";

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

/** Decides what the dialog asks, and waits until it is gone. */
export async function decide(question: Locator, decision: string, reason?: string): Promise<void> {
  await field(question, "Decision").selectOption({ label: decision });
  if (reason !== undefined) {
    await field(question, "Reason").fill(reason);
  }
  await button(question, "Decide").click();
  await expect(question).toBeHidden();
}
