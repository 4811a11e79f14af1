// Signing in: the two ways, and everything that can be wrong with each.
import { listen } from "../support/api.ts";
import { button, chooseToken, field, fillSignIn, heading, signInByForm } from "../support/console.ts";
import { expectProblem, technicalDetails } from "../support/problem.ts";
import { ID, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

test("an IAM user signs in and sees who and where they are", async ({ page }) => {
  await page.goto("/");
  await expect(heading(page, "Sign in")).toBeVisible();
  await expect(page.getByRole("radio", { name: "IAM user", exact: true })).toBeChecked();
  await expect(field(page, "Region"), "there is only one region to choose from").toHaveCount(0);
  await expect(field(page, "Project"), "the region's project is there already").toHaveValue("local");
  await fillSignIn(page, "user01");
  await button(page, "Sign in").click();
  await expect(heading(page, "Organizations")).toBeVisible();
  await expect(page).toHaveURL("/organizations");
  await expect(page.getByRole("banner")).toContainText("Signed in as demo / user01 · Local · local");
});

test("Enter signs in", async ({ page }) => {
  await page.goto("/sign-in");
  await fillSignIn(page, "admin");
  await field(page, "Password").press("Enter");
  await expect(heading(page, "Organizations")).toBeVisible();
});

test("password managers are met half-way", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(field(page, "User name")).toHaveAttribute("autocomplete", "username");
  await expect(field(page, "Password")).toHaveAttribute("autocomplete", "current-password");
  await expect(field(page, "Password")).toHaveAttribute("type", "password");
  // Managers offer to save, and to sync, whatever is typed into a password field: a token is the key to a whole day.
  const token = await chooseToken(page);
  await expect(token).toHaveAttribute("type", "text");
  await expect(token).toHaveAttribute("autocomplete", "off");
  await expect(token, "no more readable than a password").toHaveCSS("-webkit-text-security", "disc");
});

test("empty fields are pointed out and nothing is sent", async ({ page }) => {
  const requests = listen(page);
  await page.goto("/sign-in");
  await field(page, "Project").fill("");
  await button(page, "Sign in").click();
  for (const name of ["Account", "User name", "Password", "Project"]) {
    await expect(field(page, name)).toHaveAttribute("aria-invalid", "true");
    await expect(field(page, name)).toHaveAccessibleDescription(/Fill in this field\./);
  }
  await expect(field(page, "Account"), "the first of them has the focus").toBeFocused();
  await field(page, "Account").fill("demo");
  await expect(field(page, "Account")).not.toHaveAttribute("aria-invalid");
  const token = await chooseToken(page);
  await button(page, "Sign in").click();
  await expect(token).toHaveAccessibleDescription(/Fill in this field\./);
  await expect(token).toBeFocused();
  expect(requests).toHaveLength(0);
});

test("refused credentials clear the password alone, in IAM's own words", async ({ page }) => {
  await page.goto("/sign-in");
  await fillSignIn(page, "user01");
  await field(page, "Password").fill("wrong");
  await button(page, "Sign in").click();
  const alert = await expectProblem(page, "Sign-in refused.");
  await expect(alert).toContainText("The username or password is wrong.");
  await expect(field(page, "Password")).toHaveValue("");
  await expect(field(page, "Password")).toBeFocused();
  await expect(field(page, "Account")).toHaveValue("demo");
  await expect(field(page, "User name")).toHaveValue("user01");
  await expect(field(page, "Project")).toHaveValue("local");
  const [status, , message] = await technicalDetails(page);
  expect([status, message]).toEqual(["401", "The username or password is wrong."]);
});

test("a project that does not exist is told apart from a wrong password", async ({ page }) => {
  await page.goto("/sign-in");
  await fillSignIn(page, "admin");
  await field(page, "Project").fill("eu-nowhere");
  await button(page, "Sign in").click();
  const alert = await expectProblem(page, "Project or account not found.");
  await expect(alert).toContainText("Check the project");
  await expect(field(page, "Project")).toHaveValue("eu-nowhere");
});

test("an unreachable IAM is told apart, and the password stays for the next try", async ({ page, server }) => {
  await page.goto("/sign-in");
  await fillSignIn(page, "admin");
  await server.stop();
  await button(page, "Sign in").click();
  await expectProblem(page, "No connection.");
  await expect(field(page, "Password")).not.toHaveValue("");
});

for (const { code, outcome } of [
  { code: "１２３ 456", outcome: "goes along with the user's id, which IAM asks for then" },
  { code: "000000", outcome: "that is wrong is refused like a wrong password" },
]) {
  test(`a verification code ${outcome}`, async ({ page }) => {
    await page.goto("/sign-in");
    await fillSignIn(page, "admin");
    await page.getByRole("checkbox", { name: "Use a verification code (MFA)", exact: true }).check();
    await button(page, "Sign in").click();
    for (const name of ["User ID", "Verification code"]) {
      await expect(field(page, name)).toHaveAccessibleDescription(/Fill in this field\./);
    }
    await field(page, "User ID").fill(ID.admin);
    await expect(field(page, "Verification code"), "phones show digits").toHaveAttribute("inputmode", "numeric");
    await field(page, "Verification code").fill(code);
    await button(page, "Sign in").click();
    if (code !== "000000") {
      await expect(heading(page, "Organizations")).toBeVisible();
      return;
    }
    await expectProblem(page, "Sign-in refused.");
    await expect(field(page, "Verification code"), "a code is good only once").toHaveValue("");
    await expect(field(page, "User ID")).toHaveValue(ID.admin);
  });
}

test("the address that somebody came for is opened, also after a reload of the sign-in page", async ({ page }) => {
  await page.goto(`${TEST_IMAGE}?q=user0&sort=-user`);
  await expect(heading(page, "Sign in")).toBeVisible();
  expect(page.url(), "where one was going is nobody else's business").not.toContain("test");
  await page.reload();
  await expect(heading(page, "Sign in")).toBeVisible();
  await fillSignIn(page, "user01");
  await button(page, "Sign in").click();
  await expect(heading(page, "group/test")).toBeVisible();
  await expect(page).toHaveURL(`${TEST_IMAGE}?q=user0&sort=-user`);
  await expect(page.getByText(ID.user03)).toBeVisible();
});

test("who is signed in already is not asked again", async ({ page }) => {
  await signInByForm(page);
  await page.goto("/sign-in");
  await expect(heading(page, "Organizations")).toBeVisible();
  await expect(page).toHaveURL("/organizations");
});
