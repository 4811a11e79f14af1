// States of the dialogs.
import { button, dialog, signIn } from "../console.ts";
import { openGrant } from "../grant.ts";
import { ID, STRANGERS, TEST_IMAGE } from "../seed.ts";
import { expect } from "../test.ts";
import type { State } from "./state.ts";

export const DIALOGS: State[] = [
  {
    name: "granting",
    enter: async (page) => {
      await signIn(page, { at: TEST_IMAGE });
      await openGrant(page);
    },
  },
  {
    name: "granting, with suggestions",
    enter: async (page) => {
      await signIn(page, { at: TEST_IMAGE });
      const opened = await openGrant(page);
      await opened.name(1).pressSequentially("user");
      await expect(opened.suggestions).toBeVisible();
      await page.keyboard.press("ArrowDown");
    },
  },
  {
    name: "granting, with remarks",
    enter: async (page) => {
      await signIn(page, { at: TEST_IMAGE });
      const opened = await openGrant(page);
      await opened.fill(1, "user02", ID.user02);
      await button(opened.root, "Add another user").click();
      await opened.fill(2, "x".repeat(65), "odd");
      await opened.root.getByText("Request", { exact: true }).click();
      await opened.grant.click();
      await expect(opened.name(2)).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "a refused grant",
    enter: async (page) => {
      await signIn(page, { at: TEST_IMAGE });
      const opened = await openGrant(page);
      await opened.fill(1, "conflict", STRANGERS[0]);
      await opened.grant.click();
      await expect(opened.root.getByRole("alert")).toBeVisible();
      await opened.root.getByText("Technical details", { exact: true }).click();
    },
  },
  {
    name: "switching to another account",
    enter: async (page) => {
      await signIn(page, { at: TEST_IMAGE });
      await button(page, "Switch account").click();
      const asked = dialog(page, "Switch account");
      await button(asked, "Switch account").click();
      await expect(asked.getByText("Fill in this field.").first()).toBeVisible();
    },
  },
  {
    name: "the end of a session",
    enter: async (page) => {
      await signIn(page, { at: TEST_IMAGE });
      const opened = await openGrant(page);
      await opened.fill(1, "error-401", STRANGERS[0]);
      await opened.grant.click();
      await expect(dialog(page, "Sign in again")).toBeVisible();
    },
  },
];
