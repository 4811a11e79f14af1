// States of a console that is in trouble: without a network, with a service that is short of breath, near the end of a
// session, or broken.
import type { Page } from "@playwright/test";
import { openTest } from "../change.ts";
import { button, dialog, signIn, table } from "../console.ts";
import { openGrant } from "../grant.ts";
import { TEST_IMAGE } from "../seed.ts";
import { expect } from "../test.ts";
import type { State } from "./state.ts";

/** Opens the table under a clock that can be moved on. */
async function openUnderClock(page: Page): Promise<void> {
  await page.clock.install();
  await signIn(page, { at: TEST_IMAGE });
  await expect(table(page, "Permissions of group/test")).toBeVisible();
}

export const TROUBLES: State[] = [
  {
    name: "no network",
    enter: async (page) => {
      await openTest(page);
      await page.context().setOffline(true);
      await expect(button(page, "Check now")).toBeVisible();
    },
  },
  {
    name: "a dialog without a network",
    enter: async (page) => {
      await openTest(page);
      await openGrant(page);
      await page.context().setOffline(true);
      await expect(page.getByText("You're offline, so changes can't be sent.")).toBeVisible();
    },
  },
  {
    name: "a service that asks to wait",
    enter: async (page) => {
      await openTest(page);
      await page.route("**/access", (route) => route.fulfill({ status: 429, headers: { "Retry-After": "60" } }));
      await button(page, "Refresh").click();
      await expect(button(page, "Try now")).toBeVisible();
    },
  },
  {
    name: "a warning before the end by idling",
    enter: async (page) => {
      await openUnderClock(page);
      await page.clock.fastForward("14:05");
      await expect(dialog(page, "You will be signed out")).toBeVisible();
    },
  },
  {
    name: "something that went wrong in the page",
    enter: async (page) => {
      await openTest(page);
      await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { message: "out of order" })));
      await expect(page.getByRole("alert")).toContainText("Something went wrong on this page.");
    },
  },
];
