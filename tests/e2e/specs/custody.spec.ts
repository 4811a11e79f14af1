// Where the session lives, how long, and that nothing is left of it.
import { button, expectCells, fetchedAhead, heading, signInByForm, table } from "../support/console.ts";
import { ID, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

/** Everything that the browser keeps for the console. */
function kept() {
  const entries = (storage: Storage) =>
    Object.fromEntries(Object.keys(storage).map((key) => [key, storage.getItem(key) ?? ""]));
  return { session: entries(sessionStorage), local: entries(localStorage), cookies: document.cookie };
}

test("the session is under the one documented key, and nothing else is kept", async ({ page }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  const { session, local, cookies } = await page.evaluate(kept);
  expect(Object.keys(session)).toEqual(["swr-console.session"]);
  expect(local).toEqual({});
  expect(cookies).toBe("");
  const { id, token, expires, began, used, ...rest } = JSON.parse(session["swr-console.session"] ?? "") as Record<string, unknown>;
  expect(token).toEqual(expect.any(String));
  expect(id, "random, and nothing of the token").toMatch(/^[0-9a-f]{32}$/);
  expect(expires).toBeGreaterThan(Date.now());
  for (const moment of [began, used]) {
    expect(Math.abs(Date.now() - Number(moment))).toBeLessThan(60_000);
  }
  expect(rest).toEqual({
    version: 2,
    region: "local",
    addresses: " ",
    project: "local",
    account: "demo",
    user_id: ID.admin,
    user_name: "admin",
    pasted: false,
  });
});

test("language and theme are all that outlives the tab", async ({ page }) => {
  await signInByForm(page);
  await page.getByRole("combobox", { name: "Theme", exact: true }).selectOption({ label: "Dark" });
  expect(Object.keys((await page.evaluate(kept)).local)).toEqual(["swr-console.preferences"]);
});

test("a reload keeps the session", async ({ page }) => {
  await signInByForm(page, { at: TEST_IMAGE });
  await page.reload();
  await expect(heading(page, "group/test")).toBeVisible();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
});

test("another browser has no session", async ({ page, browser, baseURL }) => {
  await signInByForm(page);
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const other = await context.newPage();
  await other.goto("/organizations");
  await expect(heading(other, "Sign in")).toBeVisible();
  await context.close();
});

test("a session that another version wrote is dropped", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(heading(page, "Sign in")).toBeVisible();
  await page.evaluate(() => sessionStorage.setItem("swr-console.session", '{"version":0,"token":"x"}'));
  await page.goto("/organizations");
  await expect(heading(page, "Sign in")).toBeVisible();
  expect((await page.evaluate(kept)).session).toEqual({});
});

for (const how of ["with the server there", "without a server"]) {
  test(`signing out leaves nothing behind, ${how}`, async ({ page, server }) => {
    await signInByForm(page, { at: TEST_IMAGE });
    await expectCells(table(page, "Permissions of group/test"), [
      ["admin You", ID.admin, "Manage"],
      ["user01", ID.user01, "Manage"],
      ["user02", ID.user02, "Write"],
      ["user03", ID.user03, "Read"],
    ]);
    if (how === "without a server") {
      await fetchedAhead(page);
      await server.stop();
    }
    await button(page, "Sign out").click();
    await expect(heading(page, "Sign in")).toBeVisible();
    await expect(page.getByRole("status")).toHaveText("You have signed out.");
    expect((await page.evaluate(kept)).session).toEqual({});
    // The notices of the page itself send people to their administrator.
    const document = (await page.content()).replaceAll("console administrator", "");
    for (const name of ["admin", "user01", "user02", "user03", "demo", "group/test", ...Object.values(ID)]) {
      expect(document, name).not.toContain(name);
    }
  });
}

test("Back after signing out shows no data", async ({ page }) => {
  await signInByForm(page);
  await page.getByRole("link", { name: "group", exact: true }).click();
  await page.getByRole("link", { name: "test", exact: true }).click();
  await expect(table(page, "Permissions of group/test")).toBeVisible();
  await button(page, "Sign out").click();
  await expect(heading(page, "Sign in")).toBeVisible();
  await page.goBack();
  await expect(heading(page, "Sign in")).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  expect(await page.content()).not.toContain(ID.user01);
});
