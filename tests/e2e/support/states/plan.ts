// States of the plan.
import { button, dialog, field, signIn, table } from "../console.ts";
import { openedPlan, revocations } from "../plan.ts";
import { scan } from "../review.ts";
import { ID } from "../seed.ts";
import { expect } from "../test.ts";
import type { State } from "./state.ts";

const FILE = revocations("group", ["test"], { id: ID.user03, name: "user03", seen: 1 });

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
];
