// The page does nothing that its host has not allowed. Where the token may be is in `token.spec.ts`.
import type { Page, Request } from "@playwright/test";
import { button, fillSignIn, heading, signIn, signInByForm, table } from "../support/console.ts";
import { openGrant } from "../support/grant.ts";
import { ID, imageAt, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

/** What a person does with the console, from the first page to a grant, a failure, and a wrong address. */
async function tour(page: Page): Promise<void> {
  await expect(heading(page, "Organizations")).toBeVisible();
  await page.getByRole("link", { name: "group", exact: true }).click();
  await expect(table(page, "Images of group")).toBeVisible();
  await page.getByRole("link", { name: "test", exact: true }).click();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  const opened = await openGrant(page);
  await opened.fill(1, "user05", ID.user05);
  await opened.root.getByText("Request", { exact: true }).click();
  await opened.grant.click();
  await expect(page.getByRole("status")).toHaveText(/^Creation successful\./);
  await page.goto(imageAt("error-500"));
  await page.getByText("Technical details", { exact: true }).click();
  await page.goto("/nonsense");
  await expect(heading(page, "Not found")).toBeVisible();
}

test("the API is called without cookies, referrer or cache, and nobody else is called", async ({ page, context, server }) => {
  await context.addCookies([{ name: "left-by-another-page", value: "1", url: server.url }]);
  const requests: Request[] = [];
  page.on("request", (request) => requests.push(request));
  await signInByForm(page);
  await tour(page);
  expect(new Set(requests.map((request) => new URL(request.url()).origin))).toEqual(new Set([server.url]));
  const calls = requests.filter((request) => /^\/v[23]\//.test(new URL(request.url()).pathname));
  expect(calls.length).toBeGreaterThan(5);
  for (const call of calls) {
    const headers = await call.allHeaders();
    expect(headers["cookie"], call.url()).toBeUndefined();
    expect(headers["referer"], call.url()).toBeUndefined();
    expect(headers["cache-control"], call.url()).toMatch(/no-cache|no-store/);
  }
  expect(
    (await context.cookies()).map((cookie) => cookie.name),
    "and none is set",
  ).toEqual(["left-by-another-page"]);
});

test("the page's own policy names its two scripts and allows no other", async ({ page }) => {
  // Violations by the console itself fail every test.
  await signIn(page, { at: TEST_IMAGE });
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  const module = await page.locator("script[src]").getAttribute("integrity");
  const [head] = /'sha256-[^']{44}'/.exec(policy ?? "") ?? [];
  expect(policy?.split("; ")).toEqual([
    "default-src 'none'",
    `script-src ${head} '${module}' 'wasm-unsafe-eval'`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ]);
});

test("nothing of the program lies on the window for other scripts", async ({ page }) => {
  // A file of the same origin that runs no program.
  await page.goto("/config.json");
  const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
  await page.goto("/sign-in");
  await expect(heading(page, "Sign in")).toBeVisible();
  const after = await page.evaluate(() => Object.getOwnPropertyNames(window));
  const added = after.filter((name) => !before.includes(name) && !/^(on|__playwright|\d+$)/.test(name));
  expect(added).toEqual([]);
});

test("an address can't lead a sign-in astray", async ({ page, server }) => {
  await page.goto("/sign-in?next=https://evil.example/&redirect=//evil.example&region=//evil.example");
  await page.evaluate(() => history.replaceState("//evil.example/organizations", "", location.href));
  await page.reload();
  await fillSignIn(page, "admin");
  await button(page, "Sign in").click();
  await expect(heading(page, "Organizations")).toBeVisible();
  expect(new URL(page.url()).origin).toBe(server.url);
});
