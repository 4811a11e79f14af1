import { expect, test } from "../support/test.ts";

test("the console opens on its sign-in page", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Sign in", exact: true })).toBeVisible();
});
