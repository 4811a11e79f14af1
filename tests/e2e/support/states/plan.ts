// States of the plan.
import type { Page } from "@playwright/test";
import { button, dialog, field, signIn, table } from "../console.ts";
import { openedPlan, revocations } from "../plan.ts";
import { link, scan } from "../review.ts";
import { ID } from "../seed.ts";
import { expect } from "../test.ts";
import type { State } from "./state.ts";

const FILE = revocations("group", ["test"], { id: ID.user03, name: "user03", seen: 1 });

/** Scans everything, and opens a page of the review, or that of a user. */
async function scanned(page: Page, to: string, user?: string): Promise<void> {
  await signIn(page, { at: "/review" });
  await scan(page);
  await link(page, to).click();
  if (user !== undefined) {
    await table(page, "People").getByRole("link", { name: user, exact: true }).click();
  }
}

export const PLAN: State[] = [
  {
    name: "no plan",
    enter: async (page) => {
      await signIn(page, { at: "/plan" });
      await expect(page.getByText("Nothing is staged", { exact: true })).toBeVisible();
    },
  },
  { name: "a plan of somebody else", enter: (page) => openedPlan(page, FILE) },
  {
    name: "the question before a run, without its number",
    enter: async (page) => {
      await openedPlan(page, FILE);
      await button(page, "Run plan").click();
      await button(dialog(page, "Run plan"), "Run plan").click();
      await expect(dialog(page, "Run plan")).toContainText("Type this number.");
    },
  },
  {
    name: "results of a run, and the way back",
    enter: async (page) => {
      await openedPlan(page, FILE);
      await button(page, "Run plan").click();
      const question = dialog(page, "Run plan");
      await question.getByLabel("Number of grave edits (1)", { exact: true }).fill("1");
      await button(question, "Run plan").click();
      await button(page, "Undo run").click();
      await expect(table(page, "Results")).toBeVisible();
    },
  },
  {
    name: "a list to paste, before a scan",
    enter: async (page) => {
      await signIn(page, { at: "/plan" });
      await button(page, "Paste list").click();
      await expect(dialog(page, "Paste list")).toContainText("Scan first, or open a snapshot.");
    },
  },
  {
    name: "a pasted list with lines that are not used",
    enter: async (page) => {
      await signIn(page, { at: "/review" });
      await scan(page);
      await button(page, "Paste list").click();
      const question = dialog(page, "Paste list");
      await field(question, "List").fill("group,test,user03,none\ngroup,gone,user03,none\ngroup,test,user02,owner");
      await expect(question.getByRole("heading", { name: "2 lines are not used" })).toBeVisible();
    },
  },
  {
    name: "cloning access, with what is left out",
    enter: async (page) => {
      await scanned(page, "People", "user02");
      await button(page, "Clone to…").click();
      const question = dialog(page, "Clone the access of user02");
      await button(question, "Stage").click();
      await field(question, "To whom").fill("user04");
      await expect(question).toContainText("1 permission left out");
    },
  },
  {
    name: "making images alike by a model that is typed",
    enter: async (page) => {
      await scanned(page, "Images");
      await page.getByRole("checkbox", { name: "Select all", exact: true }).check();
      await button(page, "Make alike").click();
      const question = dialog(page, "Make alike");
      await field(question, "Model").selectOption({ label: "Another image" });
      await button(question, "Stage").click();
      await expect(question).toContainText("The review knows no such image.");
    },
  },
  {
    name: "off-boarding with a successor for each target",
    enter: async (page) => {
      await scanned(page, "People", "admin");
      await button(page, "Off-board").click();
      const question = dialog(page, "Off-board admin");
      await question.getByText(/^Choose for each of /).click();
      await field(question, "Who takes over outside/public").selectOption({ label: "Somebody takes over" });
      await button(question, "Stage").click();
      await expect(field(question, "Who gets Manage on outside/public")).toBeVisible();
    },
  },
  {
    name: "what a user reaches, with an edit that is staged",
    enter: async (page) => {
      await scanned(page, "People", "user04");
      await page.getByRole("checkbox", { name: "Select all", exact: true }).check();
      await button(page, "Stage a level: group").click();
      await button(dialog(page, "Stage for user04 on group"), "Cancel").click();
      await button(page, "Stage for selected…").click();
      const question = page.getByRole("dialog", { name: /^Stage for user04 on 1 organization and \d+ images$/ });
      await button(question, "Stage").click();
      await expect(page.getByText("staged: no permission", { exact: true })).toBeVisible();
    },
  },
  {
    name: "who is on the list of an image, with an edit that is staged",
    enter: async (page) => {
      await scanned(page, "Images");
      await button(page, "Users of group/test").click();
      await button(page, "Stage a level: user02").click();
      await button(dialog(page, "Stage for user02 on group/test"), "Cancel").click();
      await button(page, "Stage a level: user03").click();
      await field(page, "Level").selectOption({ label: "No permission" });
      await button(dialog(page, "Stage for user03 on group/test"), "Stage").click();
      await expect(page.getByText("staged: no permission", { exact: true })).toBeVisible();
    },
  },
  {
    name: "staging for another user, without a name",
    enter: async (page) => {
      await scanned(page, "Images");
      await button(page, "Users of group/test").click();
      await button(page, "Stage for another user…").click();
      const question = dialog(page, "Stage for another user on group/test");
      await button(question, "Stage").click();
      await expect(question).toContainText("The review knows no such user, or several.");
    },
  },
  {
    name: "the proof that somebody is on no list, saved",
    enter: async (page) => {
      await scanned(page, "People", "user07");
      await button(page, "Save proof").click();
      await expect(page.getByText("SHA-256 of the file", { exact: true })).toBeVisible();
    },
  },
];
