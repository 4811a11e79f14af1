// A console of several regions: a session belongs to one of them, and the address names it.
import { button, fillSignIn, heading, signInByForm } from "../support/console.ts";
import { revocations } from "../support/plan.ts";
import { openPlan } from "../support/review.ts";
import { ID } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const region = { swr: "", iam: "", project: "local", account: "demo" };
const regions = [
  { ...region, id: "eu-de", name: "Europe (Germany)", registry: "swr.de.example.com" },
  { ...region, id: "eu-nl", name: "Europe (Netherlands)", registry: "swr.nl.example.com", account: "demo-nl" },
];

test.use({ alteration: { config: JSON.stringify({ regions }) } });

test("the region of an address is chosen already, and the address keeps it", async ({ page }) => {
  await page.goto("/organizations/group/images/test?region=eu-nl");
  const choice = page.getByRole("combobox", { name: "Region", exact: true });
  await expect(choice.getByRole("option", { selected: true })).toHaveText("Europe (Netherlands)");
  await fillSignIn(page, "admin");
  await button(page, "Sign in").click();
  await expect(page.getByRole("banner")).toContainText("Europe (Netherlands)");
  await expect(page.getByText("docker pull swr.nl.example.com/group/test")).toBeVisible();
  await expect(page).toHaveURL("/organizations/group/images/test?region=eu-nl");
  await page.getByRole("link", { name: "group", exact: true }).click();
  await expect(page).toHaveURL("/organizations/group?region=eu-nl");
});

test("choosing another region signs in there", async ({ page }) => {
  await page.goto("/sign-in");
  const choice = page.getByRole("combobox", { name: "Region", exact: true });
  await expect(choice.getByRole("option", { selected: true })).toHaveText("Europe (Germany)");
  await choice.selectOption({ label: "Europe (Netherlands)" });
  await fillSignIn(page, "admin");
  await button(page, "Sign in").click();
  await expect(page.getByRole("banner")).toContainText("Europe (Netherlands)");
});

// Someone filled in everything, noticed that the region was the wrong one, chose the right one, and had to type it all
// again: the form was drawn again for every region.
test("choosing another region keeps what was typed, and only swaps what the region had filled in", async ({ page }) => {
  await page.goto("/sign-in");
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  await expect(field("Account")).toHaveValue("demo");
  await field("User name").fill("admin");
  await field("Project").fill("another");
  await page.getByLabel("Password", { exact: true }).fill("demo-password");
  await page.getByRole("combobox", { name: "Region", exact: true }).selectOption({ label: "Europe (Netherlands)" });
  await expect(field("Account")).toHaveValue("demo-nl");
  await expect(field("User name")).toHaveValue("admin");
  await expect(field("Project")).toHaveValue("another");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("demo-password");
});

test("an account typed over the region's own stays with every region", async ({ page }) => {
  await page.goto("/sign-in");
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  await field("Account").fill("somebody-else");
  await field("User name").fill("admin");
  await page.getByLabel("Password", { exact: true }).fill("demo-password");
  await page.getByRole("combobox", { name: "Region", exact: true }).selectOption({ label: "Europe (Netherlands)" });
  await expect(field("Project")).toHaveValue("local");
  await expect(field("Account")).toHaveValue("somebody-else");
  await expect(field("User name")).toHaveValue("admin");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("demo-password");
});

test("an address of another region asks before switching", async ({ page }) => {
  await signInByForm(page);
  await page.goto("/organizations/group?region=eu-nl");
  await expect(heading(page, "This address is in another region")).toBeVisible();
  await expect(page.getByRole("table"), "nothing of either region is shown").toHaveCount(0);
  await button(page, "Stay in Europe (Germany)").click();
  await expect(page.getByRole("table", { name: "Images of group" })).toBeVisible();
  await page.goto("/organizations/group?region=eu-nl");
  await button(page, "Sign out, then sign in to Europe (Netherlands)").click();
  await expect(page.getByRole("combobox", { name: "Region" }).getByRole("option", { selected: true })).toHaveText(
    "Europe (Netherlands)",
  );
  await fillSignIn(page, "admin");
  await button(page, "Sign in").click();
  await expect(page.getByRole("banner")).toContainText("Europe (Netherlands)");
  await expect(heading(page, "group")).toBeVisible();
});

// Signing out was dead on such a page, which had no question, and switching took the plan without one.
test("what the session keeps is asked about on the page of another region too", async ({ page }) => {
  await signInByForm(page, { at: "/plan" });
  const plan = revocations("group", ["other", "test"], { id: ID.user03, name: "user03", seen: 1 });
  await openPlan(page, plan.replaceAll('"local"', '"eu-de"'));
  // From now on it is another plan than the file has.
  await button(page.getByRole("table", { name: "Planned changes" }), "Take back").first().click();
  await expect(page.getByRole("link", { name: "Plan, 1 edit", exact: true })).toBeVisible();
  await page.evaluate(() => {
    history.pushState(null, "", "/organizations/group?region=eu-nl");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await expect(heading(page, "This address is in another region")).toBeVisible();
  const question = page.getByRole("dialog", { name: "Leave and lose your work?" });
  for (const way of ["Sign out", "Sign out, then sign in to Europe (Netherlands)"]) {
    await button(page, way).click();
    await button(question, "Keep editing").click();
    await expect(heading(page, "This address is in another region")).toBeVisible();
  }
  await button(page, "Sign out, then sign in to Europe (Netherlands)").click();
  await button(question, "Discard").click();
  await expect(heading(page, "Sign in")).toBeVisible();
});

test("a region that is not configured is no place", async ({ page }) => {
  await signInByForm(page);
  await page.goto("/organizations?region=mars");
  await expect(heading(page, "Region “mars” isn't configured")).toBeVisible();
  await button(page, "Stay in Europe (Germany)").click();
  await expect(heading(page, "Organizations")).toBeVisible();
});
