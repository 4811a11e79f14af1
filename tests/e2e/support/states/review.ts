// States of the access review.
import type { Page } from "@playwright/test";
import { button, dialog, field, signIn, table } from "../console.ts";
import { grid, openMatrix } from "../matrix.ts";
import { link, open, scan } from "../review.ts";
import { expect } from "../test.ts";
import type { State } from "./state.ts";

/** Scans everything, and goes to a page of the review. */
async function openScanned(page: Page, to: string): Promise<void> {
  await signIn(page, { at: "/review" });
  await scan(page);
  await link(page, to).click();
}

export const REVIEW: State[] = [
  {
    name: "before a scan",
    enter: async (page) => {
      await signIn(page, { at: "/review" });
      await expect(button(page, "Start scan")).toBeVisible();
    },
  },
  {
    name: "a scan of nothing",
    enter: async (page) => {
      await signIn(page, { at: "/review" });
      await expect(page.getByRole("checkbox").first()).toBeVisible();
      for (const organization of await page.getByRole("checkbox").all()) {
        await organization.uncheck();
      }
      await button(page, "Start scan").click();
      await expect(page.getByRole("alert")).toHaveText("Choose at least one organization.");
    },
  },
  {
    name: "a paused scan",
    enter: async (page) => {
      await page.route("**/repos/*/access", () => undefined);
      await signIn(page, { at: "/review" });
      await button(page, "Start scan").click();
      await button(page, "Pause").click();
      await expect(button(page, "Resume")).toBeVisible();
    },
  },
  {
    name: "a snapshot",
    enter: async (page) => {
      await signIn(page, { at: "/review" });
      await scan(page);
      await button(page, "Save snapshot").click();
      await expect(page.getByText("SHA-256 of the file", { exact: true })).toBeVisible();
    },
  },
  {
    name: "a file that is no snapshot",
    enter: async (page) => {
      await signIn(page, { at: "/review" });
      await open(page, "nothing of the kind");
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "people of a snapshot",
    enter: async (page) => {
      await openScanned(page, "People");
      await expect(table(page, "People")).toBeVisible();
    },
  },
  {
    name: "what a user reaches",
    enter: async (page) => {
      await openScanned(page, "People");
      await link(page, "user01").click();
      await expect(table(page, "Access of user01")).toBeVisible();
    },
  },
  {
    name: "images of a snapshot",
    enter: async (page) => {
      await openScanned(page, "Images");
      await expect(table(page, "Images")).toBeVisible();
    },
  },
  {
    name: "a matrix, with something staged",
    enter: async (page) => {
      await openMatrix(page, { q: "group/" });
      await grid(page).getByRole("gridcell").first().focus();
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("7");
      await expect(grid(page)).toContainText("staged: Manage");
    },
  },
  {
    name: "the level of a cell of a matrix",
    enter: async (page) => {
      await openMatrix(page, { q: "group/" });
      await grid(page).getByRole("gridcell").first().focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "a matrix of nothing yet",
    enter: async (page) => {
      await openScanned(page, "Matrix");
      await expect(page.getByText("Choose what to compare", { exact: true })).toBeVisible();
    },
  },
  {
    name: "findings",
    enter: async (page) => {
      await openScanned(page, "Findings");
      await page.getByText("Thresholds", { exact: true }).click();
      await expect(page.getByRole("region", { name: "Public images" })).toBeVisible();
    },
  },
  {
    name: "accepting a finding without a reason",
    enter: async (page) => {
      await openScanned(page, "Findings");
      await button(page, "Accept: outside/public is public: anyone can pull it.").click();
      await button(dialog(page, "Accept"), "Accept").click();
      await expect(dialog(page, "Accept")).toContainText("Say why this is accepted.");
      await field(dialog(page, "Accept"), "Reason").focus();
    },
  },
  {
    name: "nothing to compare with",
    enter: async (page) => {
      await openScanned(page, "Compare");
      await expect(page.getByText("No older snapshot is open", { exact: true })).toBeVisible();
    },
  },
  {
    name: "what is decided one by one",
    enter: async (page) => {
      await openScanned(page, "Sign-off");
      await expect(table(page, "One by one")).toBeVisible();
    },
  },
  {
    name: "keeping what matters without a reason",
    enter: async (page) => {
      await openScanned(page, "Sign-off");
      await table(page, "One by one").getByRole("button", { name: /^Decide: / }).first().click();
      const question = dialog(page, "Decide");
      await field(question, "Decision").selectOption({ label: "Keep" });
      await button(question, "Decide").click();
      await expect(question).toContainText("Say why this is kept.");
    },
  },
  {
    name: "the list of what is decided together",
    enter: async (page) => {
      await openScanned(page, "Sign-off");
      await field(page, "How it is decided").selectOption({ label: "Together" });
      await table(page, "Together").getByRole("button", { name: /^Open: / }).first().click();
      await expect(dialog(page, "Decide")).toContainText("What is riskier is decided one by one and not among them.");
    },
  },
  {
    name: "the question before a sign-off",
    enter: async (page) => {
      await openScanned(page, "Sign-off");
      await button(page, "Sign").click();
      await expect(dialog(page, "Sign the review")).toContainText(/[0-9a-f]{64}/);
    },
  },
  {
    name: "a signed review with its files",
    enter: async (page) => {
      await openScanned(page, "Sign-off");
      await button(page, "Sign").click();
      await button(dialog(page, "Sign the review"), "Sign").click();
      await button(page, "Prepare files").click();
      await expect(button(page, "Save report.html")).toBeVisible();
    },
  },
];
