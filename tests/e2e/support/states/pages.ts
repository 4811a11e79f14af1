// States of the pages.
import { button, field, heading, signIn, table } from "../console.ts";
import { imageAt, TEST_IMAGE } from "../seed.ts";
import { expect } from "../test.ts";
import type { State } from "./state.ts";

export const PAGES: State[] = [
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
];
