// States before anyone is signed in.
import { button, field, fillSignIn, heading } from "../console.ts";
import { expect } from "../test.ts";
import type { State } from "./state.ts";

export const OUTSIDE: State[] = [
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
      await page.getByRole("checkbox", { name: "Use a verification code (MFA)" }).check();
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
];
