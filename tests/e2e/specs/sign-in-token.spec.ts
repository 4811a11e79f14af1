// Signing in with a token that someone brings along.
import { issueToken, listen, statusOf } from "../support/api.ts";
import { button, chooseToken, heading, signInWithToken } from "../support/console.ts";
import { expectProblem } from "../support/problem.ts";
import { expect, test } from "../support/test.ts";

test("a pasted token signs in as its owner, with blanks around it or not", async ({ page, emulator }) => {
  const token = await issueToken(emulator, "user02");
  await signInWithToken(page, `  ${token}\n`);
  await expect(page.getByRole("banner")).toContainText("demo / user02 · Local · local");
});

test("a text that can't be a token is never sent", async ({ page }) => {
  const requests = listen(page);
  await page.goto("/sign-in");
  const token = await chooseToken(page);
  await token.fill("two words");
  await button(page, "Sign in").click();
  await expect(token).toHaveAccessibleDescription(/This isn't a valid token/);
  expect(requests).toHaveLength(0);
});

test("a token that IAM does not know is refused", async ({ page, emulator }) => {
  expect(await statusOf(emulator, "UNKNOWN-0123456789")).toBe(401);
  await page.goto("/sign-in");
  const token = await chooseToken(page);
  await token.fill("UNKNOWN-0123456789");
  await button(page, "Sign in").click();
  await expectProblem(page, "Token not accepted.");
  await expect(heading(page, "Sign in")).toBeVisible();
});
