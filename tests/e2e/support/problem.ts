// A failure as the console shows it.
import type { Locator } from "@playwright/test";
import { expect } from "./test.ts";
import type { Place } from "./console.ts";
import { type Language, WORDS } from "./words.ts";

/** Waits for a failure with this headline, and holds it to what every failure has to say: what, why, what to do. */
export async function expectProblem(place: Place, headline: string): Promise<Locator> {
  const alert = place.getByRole("alert");
  await expect(alert).toHaveCount(1);
  await expect(alert.getByRole("paragraph").first()).toHaveText(headline);
  const said = await alert.getByRole("paragraph").allInnerTexts();
  expect(said.length, `headline, reason and remedy: ${said.join(" | ")}`).toBeGreaterThanOrEqual(3);
  expect(
    said.every((text) => text.trim().length > 5 || text === headline),
    said.join(" | "),
  ).toBe(true);
  return alert;
}

/** What is under "Technical details": HTTP status, error code, server message, request id. */
export async function technicalDetails(place: Place, language: Language = "en"): Promise<string[]> {
  const words = WORDS[language];
  const summary = place.getByText(words.technicalDetails, { exact: true });
  if (!(await place.getByRole("definition").first().isVisible())) {
    await summary.click();
  }
  await expect(place.getByRole("term")).toHaveText(words.facts);
  return place.getByRole("definition").allInnerTexts();
}
