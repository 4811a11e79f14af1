// Findings: what a person should look at. The seed has one case of each rule; docs/emulator.md lists them.
import type { Page } from "@playwright/test";
import { button, dialog, field, signIn, table } from "../support/console.ts";
import { saveBy } from "../support/file.ts";
import { link, open, scan } from "../support/review.ts";
import { expect, test } from "../support/test.ts";

function rule(page: Page, name: string) {
  return page.getByRole("region", { name, exact: true });
}

test.describe("in two thousand images", () => {
  test.use({ emulatorArgs: ["--seed", "review", "--control"] });

  test("every rule finds what is planted, and says what it could not check", async ({ page }) => {
    await signIn(page, { at: "/review" });
    await scan(page);

    // At a glance: a tile for each rule, a bar for each organization.
    const tiles = rule(page, "Findings");
    await expect(tiles.getByRole("listitem")).toHaveCount(15);
    await expect(table(page, "Findings and permissions by organization").getByRole("row")).toHaveCount(6);
    await tiles.getByRole("link", { name: /Public images/ }).click();
    await expect(page).toHaveURL(/\/review\/findings\?show=F1$/);

    // The address chose one rule.
    await expect(page.locator("[data-rule]")).toHaveCount(1);
    const open = rule(page, "Public images");
    await expect(open.getByRole("heading")).toHaveText("Public images 2");
    await expect(open).toContainText("shop/cases/public is public: anyone can pull it.");
    await expect(open.getByRole("link", { name: "shop/cases/public", exact: true })).toBeVisible();

    await field(page, "Rule").selectOption({ label: "All rules" });
    const facts: [string, string][] = [
      ["Not read", "shop/cases/denied: denied (HTTP 403, SVCSTG.SWR.4037020)."],
      ["Not read", "labs/cases/odd-entry: 1 entry can't be read."],
      ["Shared with other accounts", "payments/cases/shared-forever is shared with 1 account: partner. At least one share has no end."],
      ["Shared with other accounts", "payments/cases/shared-and-ended is shared with 1 account: contractor. 1 expired."],
      ["One manager, or none", "Nobody manages labs/cases/no-manager by a permission."],
      ["Users who are not in the account", "deleted01 is on 99 lists and not in the account's user list."],
      ["Disabled users", "disabled01 is disabled and on 333 lists."],
      ["One name, several user IDs", "“twice01” is the name of 2 user IDs"],
      ["One user ID, several names", "“renamed01”, “renamed01-before”"],
      ["Many managers", "manage platform."],
      ["Manage granted since", "Not checked: open an older snapshot on the Compare page first."],
    ];
    for (const [name, fact] of facts) {
      await expect(rule(page, name), name).toContainText(fact);
    }
  });

  test("a finding is accepted for a time, with a reason, and taken back", async ({ page }) => {
    await signIn(page, { at: "/review" });
    await scan(page);
    await link(page, "Findings").click();
    await field(page, "Rule").selectOption({ label: "Public images" });
    const sentence = "shop/cases/public is public: anyone can pull it.";
    await button(page, `Accept: ${sentence}`).click();
    const question = dialog(page, "Accept");
    await expect(question).toContainText(sentence);
    await button(question, "Accept").click();
    await expect(question).toContainText("Say why this is accepted.");
    await field(question, "Reason").fill("OPS-7: the demo image");
    await button(question, "Accept").click();
    await expect(question).toBeHidden();
    const accepted = rule(page, "Public images");
    // What is accepted comes last, and stays in sight.
    await expect(accepted.getByRole("listitem").last()).toContainText(/Accepted by admin until .+: OPS-7: the demo image/);
    await button(accepted, "Take back").click();
    await expect(button(page, `Accept: ${sentence}`)).toBeVisible();
  });

  // Opening a file replaced accepted findings without a question, and signing out did not ask about them either.
  test("opening a file asks about accepted findings that are in none", async ({ page }) => {
    await signIn(page, { at: "/review" });
    await scan(page);
    const saved = await saveBy(page, button(page, "Save snapshot"));
    await link(page, "Findings").click();
    await field(page, "Rule").selectOption({ label: "Public images" });
    await button(page, "Accept: shop/cases/public is public: anyone can pull it.").click();
    await field(dialog(page, "Accept"), "Reason").fill("OPS-7");
    await button(dialog(page, "Accept"), "Accept").click();
    await expect(dialog(page, "Accept")).toBeHidden();
    await link(page, "Overview").click();
    const question = dialog(page, "Leave and lose your work?");
    await open(page, saved.text);
    await button(question, "Keep editing").click();
    await link(page, "Findings").click();
    await expect(page.getByRole("main")).toContainText("OPS-7");
    await link(page, "Overview").click();
    await open(page, saved.text);
    await button(question, "Discard").click();
    await link(page, "Findings").click();
    await expect(page.getByRole("main")).not.toContainText("OPS-7");
  });

  test("a search and a threshold change what is found", async ({ page }) => {
    await signIn(page, { at: "/review" });
    await scan(page);
    await link(page, "Findings").click();
    await page.getByRole("searchbox", { name: "Search findings" }).fill("disabled01");
    await expect(rule(page, "Disabled users").getByRole("listitem")).toHaveCount(1);
    await page.getByRole("searchbox", { name: "Search findings" }).fill("");
    const many = rule(page, "Many managers");
    await expect(many).toContainText("manage platform.");
    await page.getByText("Thresholds", { exact: true }).click();
    await field(page, "Many managers of an organization: more than").fill("5");
    await field(page, "Many managers of an organization: more than").press("Tab");
    await expect(many).not.toContainText("manage platform.");
  });
});

test.describe("of a few images", () => {
  test("a name in a permission table leads to everything that the user reaches", async ({ page }) => {
    await signIn(page, { at: "/organizations/group/images/test" });
    await link(page, "user01").click();
    await expect(page.getByText("Nothing has been read yet", { exact: true })).toBeVisible();
    // Without a snapshot the page offers the scan itself.
    await button(page, "Start scan").click();
    await expect(table(page, "Access of user01")).toBeVisible({ timeout: 20_000 });
  });
});
