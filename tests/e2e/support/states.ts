// Every state that the console can be in, for tests that look at all of them.
import type { Page } from "@playwright/test";
import { button, dialog, field, fillSignIn, heading, signIn, table } from "./console.ts";
import { openGrant } from "./grant.ts";
import { ID, imageAt, TEST_IMAGE } from "./seed.ts";
import { expect } from "./test.ts";

/** A state, and the way into it. */
export interface State {
  name: string;
  enter: (page: Page) => Promise<void>;
}

/** All of them. */
export const STATES: State[] = [
  {
    name: "signing in",
    enter: async (page) => {
      await page.goto("/sign-in");
      await expect(heading(page, "Sign in")).toBeVisible();
    },
  },
  {
    name: "empty fields at sign-in",
    enter: async (page) => {
      await page.goto("/sign-in");
      await page.getByRole("checkbox", { name: "I use a verification code" }).check();
      await button(page, "Sign in").click();
      await expect(page.getByText("Fill in this field.").first()).toBeVisible();
    },
  },
  {
    name: "a refused sign-in",
    enter: async (page) => {
      await page.goto("/sign-in");
      await fillSignIn(page, "admin");
      await field(page, "Password").fill("wrong");
      await button(page, "Sign in").click();
      await expect(page.getByRole("alert")).toBeVisible();
      await page.getByText("Technical details", { exact: true }).click();
    },
  },
  {
    name: "organizations",
    enter: async (page) => {
      await signIn(page);
      await expect(table(page, "Organizations")).toBeVisible();
    },
  },
  {
    name: "no organizations",
    enter: async (page) => {
      await signIn(page, { user: "user12" });
      await expect(page.getByText("No organizations", { exact: true })).toBeVisible();
    },
  },
  {
    name: "nothing matches",
    enter: async (page) => {
      await signIn(page, { at: "/organizations?q=nothing" });
      await expect(button(page, "Clear filter")).toBeVisible();
    },
  },
  {
    name: "a name that is no image",
    enter: async (page) => {
      await signIn(page);
      await field(page, "Go to image").fill("x");
      await button(page, "Go").click();
      await expect(field(page, "Go to image")).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "images",
    enter: async (page) => {
      await signIn(page, { at: "/organizations/group" });
      await expect(table(page, "Images of group")).toBeVisible();
    },
  },
  {
    name: "permissions",
    enter: async (page) => {
      await signIn(page, { at: TEST_IMAGE });
      await expect(table(page, "Permissions of group/test")).toBeVisible();
    },
  },
  {
    name: "members",
    enter: async (page) => {
      await signIn(page, { at: "/organizations/group/members" });
      await expect(table(page, "Permissions of group")).toBeVisible();
    },
  },
  {
    name: "denied",
    enter: async (page) => {
      await signIn(page, { user: "user12", at: TEST_IMAGE });
      await expect(page.getByRole("alert")).toBeVisible();
      await page.getByText("Technical details", { exact: true }).click();
    },
  },
  {
    name: "an unknown address",
    enter: async (page) => {
      await signIn(page);
      await page.goto("/nonsense");
      await expect(heading(page, "Not found")).toBeVisible();
    },
  },
  {
    name: "waiting for long",
    enter: async (page) => {
      await signIn(page, { at: imageAt("hang") });
      await expect(page.getByText(/^Still working\./)).toBeVisible();
    },
  },
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
      await opened.fill(1, "conflict", ID.user05);
      await opened.grant.click();
      await expect(opened.root.getByRole("alert")).toBeVisible();
      await opened.root.getByText("Technical details", { exact: true }).click();
    },
  },
  {
    name: "the end of a session",
    enter: async (page) => {
      await signIn(page, { at: TEST_IMAGE });
      const opened = await openGrant(page);
      await opened.fill(1, "error-401", ID.user05);
      await opened.grant.click();
      await expect(dialog(page, "Sign in again")).toBeVisible();
    },
  },
];
