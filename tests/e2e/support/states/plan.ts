// States of the plan.
import type { Page } from "@playwright/test";
import { openPlan } from "../review.ts";
import { button, dialog, signIn, table } from "../console.ts";
import { ID } from "../seed.ts";
import { expect } from "../test.ts";
import type { State } from "./state.ts";

/** The file of a plan that takes user03's permission on `group/test` away. */
const FILE = [
  {
    format: "swr-permission-plan",
    version: 1,
    made_by: "a test",
    region: "local",
    account: { id: null, name: "demo" },
    planned_by: { id: ID.user01, name: "user01" },
    planned: "2026-01-02T03:04:05.678Z",
    snapshot: null,
  },
  {
    t: "step",
    stage: 3,
    organization: "group",
    image: "test",
    id: null,
    edits: [[ID.user03, "user03", 1, 0, "OPS-1"]],
  },
  { t: "end", steps: 1, edits: 1 },
];

async function opened(page: Page): Promise<void> {
  await signIn(page, { at: "/plan" });
  await openPlan(page, FILE.map((line) => `${JSON.stringify(line)}\n`).join(""));
  await expect(table(page, "Planned changes")).toBeVisible();
}

export const PLAN: State[] = [
  {
    name: "no plan",
    enter: async (page) => {
      await signIn(page, { at: "/plan" });
      await expect(page.getByText("Nothing is staged", { exact: true })).toBeVisible();
    },
  },
  { name: "a plan of somebody else", enter: opened },
  {
    name: "the question before a run, without its number",
    enter: async (page) => {
      await opened(page);
      await button(page, "Run plan").click();
      await button(dialog(page, "Run plan"), "Run plan").click();
      await expect(dialog(page, "Run plan")).toContainText("Type this number.");
    },
  },
  {
    name: "results of a run, and the way back",
    enter: async (page) => {
      await opened(page);
      await button(page, "Run plan").click();
      const question = dialog(page, "Run plan");
      await question.getByLabel("Number of grave edits (1)", { exact: true }).fill("1");
      await button(question, "Run plan").click();
      await button(page, "Undo run").click();
      await expect(table(page, "Results")).toBeVisible();
    },
  },
];
