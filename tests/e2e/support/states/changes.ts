// States of changing and revoking, of the journal, and of what results.
import type { Page } from "@playwright/test";
import { onWrites } from "../api.ts";
import { askToChange, askToRevoke, changeInRow, editRow, openTest, tickAll } from "../change.ts";
import { button, dialog, field, table } from "../console.ts";
import { askToUndo, leaveToJournal, openJournal } from "../journal.ts";
import { expect } from "../test.ts";
import type { State } from "./state.ts";

/** Changes `user03` while the answers to writes get lost, so that there is something to say of it. */
async function changeInVain(page: Page): Promise<void> {
  await onWrites(page, (route) => route.abort());
  await changeInRow(page, "user03", "Manage");
  await expect(page.getByRole("alert")).toBeVisible();
}

export const CHANGES: State[] = [
  {
    name: "a row that is edited",
    enter: async (page) => {
      await openTest(page);
      await editRow(page, "user03");
    },
  },
  {
    name: "a row whose change failed",
    enter: async (page) => {
      await openTest(page);
      await changeInVain(page);
    },
  },
  {
    name: "everybody selected",
    enter: async (page) => {
      await openTest(page);
      await tickAll(page).check();
    },
  },
  {
    name: "changing several",
    enter: async (page) => {
      await openTest(page);
      await tickAll(page).check();
      const asking = await askToChange(page, "Write");
      await asking.getByText("Request", { exact: true }).click();
      await field(asking, "Format").selectOption({ label: "Terraform" });
    },
  },
  {
    name: "revoking what takes a name",
    enter: async (page) => {
      await openTest(page);
      const asking = await askToRevoke(page, "admin");
      await button(asking, "Revoke").click();
      await expect(field(asking, "Type test to confirm")).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "what became of everybody",
    enter: async (page) => {
      await openTest(page);
      await onWrites(page, (route) => route.abort());
      await tickAll(page).check();
      const asking = await askToChange(page, "Write");
      await button(asking, "Change").click();
      await expect(asking.getByText("Not applied", { exact: true })).toHaveCount(2);
    },
  },
  {
    name: "nobody may change anything",
    enter: async (page) => {
      await openTest(page, "user03");
      await expect(button(page, "Try anyway")).toBeVisible();
    },
  },
  {
    name: "kinds of file",
    enter: async (page) => {
      await openTest(page);
      await button(page, "Export").click();
      await expect(button(page, "CSV")).toBeVisible();
    },
  },
  {
    name: "an empty journal",
    enter: async (page) => {
      await openTest(page);
      await openJournal(page);
    },
  },
  {
    name: "a journal with entries",
    enter: async (page) => {
      await openTest(page);
      await changeInRow(page, "user02", "Read");
      await expect(page.getByRole("status")).toContainText("Update succeeded.");
      await changeInVain(page);
      await leaveToJournal(page);
      await page.getByText("Request", { exact: true }).first().click();
      await button(page, "Save audit file").click();
      await expect(button(page, "Copy hash")).toBeVisible();
    },
  },
  {
    name: "undoing",
    enter: async (page) => {
      await openTest(page);
      await changeInRow(page, "user03", "Manage");
      await expect(page.getByRole("status")).toContainText("Update succeeded.");
      await openJournal(page);
      await askToUndo(page, 1);
      await expect(dialog(page, "Undo")).toBeVisible();
    },
  },
  {
    name: "effective access",
    enter: async (page) => {
      await openTest(page);
      await page.getByRole("switch", { name: "Effective access", exact: true }).click();
      await expect(table(page, "Effective access to group/test")).toBeVisible();
    },
  },
  {
    name: "effective access, half of it unknown",
    enter: async (page) => {
      await openTest(page, "user03");
      await page.getByRole("switch", { name: "Effective access", exact: true }).click();
      await expect(table(page, "Effective access to group/test")).toBeVisible();
    },
  },
];
