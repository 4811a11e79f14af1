// States of the pages and dialogs about who reaches an image from outside.
import type { Page } from "@playwright/test";
import { button, dialog, field, signIn, table } from "../console.ts";
import { askToUndo, openJournal } from "../journal.ts";
import { accounts, day, open, PUBLIC_IMAGE, reach, SHARED_IMAGE, SHARES, SHARING } from "../outside.ts";
import { TEST_IMAGE } from "../seed.ts";
import { expect } from "../test.ts";
import type { State } from "./state.ts";

/** Where the record of `outside/public` is. */
const RECORD = "/v2/manage/namespaces/outside/repos/public";

/** Lets the accounts of `outside/shared` be these from now on. */
async function answerShares(page: Page, shares: unknown[]): Promise<void> {
  await page.route(`**${SHARES}`, (route) =>
    route.request().method() === "GET" ? route.fulfill({ json: shares }) : route.fallback(),
  );
}

/** Loses the answers to all writes below an address. */
async function loseWrites(page: Page, below: string): Promise<void> {
  await page.route(`**${below}**`, (route) =>
    route.request().method() === "GET" ? route.fallback() : route.abort(),
  );
}

/** Opens the page of accounts. */
async function openSharing(page: Page): Promise<void> {
  await signIn(page, { at: SHARING });
  await expect(accounts(page)).toBeVisible();
}

export const SHARING_STATES: State[] = [
  {
    name: "a public image",
    enter: async (page) => {
      await signIn(page, { at: PUBLIC_IMAGE });
      await expect(reach(page)).toHaveText("Public: anyone can pull");
    },
  },
  {
    name: "making an image public",
    enter: async (page) => {
      await signIn(page, { at: SHARED_IMAGE });
      const asking = await open(page, "Make public");
      await asking.getByText("Request", { exact: true }).click();
      await button(asking, "Make public").click();
      await expect(field(asking, "Type shared to confirm")).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "making an image private",
    enter: async (page) => {
      await signIn(page, { at: PUBLIC_IMAGE });
      await open(page, "Make private");
    },
  },
  {
    name: "a visibility that may not be changed",
    enter: async (page) => {
      await signIn(page, { user: "user05", at: PUBLIC_IMAGE });
      const asking = await open(page, "Make private");
      await button(asking, "Make private").click();
      await expect(asking.getByRole("alert")).toBeVisible();
      await asking.getByText("Technical details", { exact: true }).click();
    },
  },
  {
    name: "the outcome of a change of visibility",
    enter: async (page) => {
      await signIn(page, { at: PUBLIC_IMAGE });
      await loseWrites(page, RECORD);
      const asking = await open(page, "Make private");
      await button(asking, "Make private").click();
      await expect(asking.getByText("Not applied", { exact: true })).toBeVisible();
    },
  },
  {
    name: "an image that is private now",
    enter: async (page) => {
      await signIn(page, { at: PUBLIC_IMAGE });
      await button(await open(page, "Make private"), "Make private").click();
      await expect(page.getByRole("status")).toHaveText("outside/public is now private.");
    },
  },
  { name: "accounts that an image is shared with", enter: openSharing },
  {
    name: "an image that is not shared",
    enter: async (page) => {
      await signIn(page, { at: `${TEST_IMAGE}/sharing` });
      await expect(page.getByText("Not shared", { exact: true })).toBeVisible();
    },
  },
  {
    name: "no account matches",
    enter: async (page) => {
      await signIn(page, { at: `${SHARING}?q=nothing` });
      await expect(button(page, "Clear filter")).toBeVisible();
    },
  },
  {
    name: "accounts that can't be read",
    enter: async (page) => {
      await signIn(page, { user: "user12", at: SHARING });
      await expect(page.getByRole("alert")).toBeVisible();
      await page.getByText("Technical details", { exact: true }).click();
    },
  },
  {
    name: "a share whose end can't be read",
    enter: async (page) => {
      await answerShares(page, [
        { access_domain: "partner", permit: "write", deadline: "2026-02-30", description: "x".repeat(1000) },
        { access_domain: "contractor", permit: "read", deadline: null, description: "" },
        { access_domain: "agency", permit: "read", deadline: "forever", description: "ticket 7" },
        { permit: "read" },
      ]);
      await openSharing(page);
      await expect(accounts(page).getByText("2026-02-30")).toBeVisible();
    },
  },
  {
    name: "sharing",
    enter: async (page) => {
      await openSharing(page);
      const sharing = await open(page, "Share with account");
      await field(sharing, "Account").fill("auditor");
      await sharing.getByText("Request", { exact: true }).click();
    },
  },
  {
    name: "sharing, with every field wrong",
    enter: async (page) => {
      await openSharing(page);
      const sharing = await open(page, "Share with account");
      await field(sharing, "Account").fill("demo");
      await field(sharing, "Until").fill(day(-1));
      await field(sharing, "Description").fill("x".repeat(1001));
      await button(sharing, "Share").click();
      await expect(field(sharing, "Description")).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "sharing without an end",
    enter: async (page) => {
      await openSharing(page);
      const sharing = await open(page, "Share with account");
      await field(sharing, "Account").fill("auditor");
      await field(sharing, "No end").check();
      await button(sharing, "Share").click();
      await expect(field(sharing, "Type shared to confirm")).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "sharing a public image",
    enter: async (page) => {
      await signIn(page, { at: `${PUBLIC_IMAGE}/sharing` });
      await expect(reach(page)).toHaveText("Public: anyone can pull");
      const sharing = await open(page, "Share with account");
      await field(sharing, "Account").fill("auditor");
      await expect(sharing.getByText(/^This image is public/)).toBeVisible();
      await button(sharing, "Share").click();
      await expect(sharing.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "changing a share",
    enter: async (page) => {
      await openSharing(page);
      await open(page, "Change contractor");
    },
  },
  {
    name: "a share that someone else changed",
    enter: async (page) => {
      await openSharing(page);
      const changing = await open(page, "Change contractor");
      await field(changing, "Until").fill(day(5));
      await answerShares(page, [{ access_domain: "contractor", permit: "read", deadline: "forever", description: "" }]);
      await button(changing, "Save").click();
      await expect(changing.getByRole("alert")).toContainText("Someone else changed this.");
    },
  },
  {
    name: "ending a share",
    enter: async (page) => {
      await openSharing(page);
      await open(page, "Stop sharing partner");
    },
  },
  {
    name: "a share whose end failed",
    enter: async (page) => {
      await openSharing(page);
      await loseWrites(page, SHARES);
      const stopping = await open(page, "Stop sharing partner");
      await button(stopping, "Stop sharing").click();
      await expect(stopping.getByText("Not applied", { exact: true })).toBeVisible();
    },
  },
  {
    name: "images that are public",
    enter: async (page) => {
      await signIn(page, { at: "/organizations/outside?show=public" });
      await expect(table(page, "Images of outside").getByRole("link", { name: "public" })).toBeVisible();
    },
  },
  {
    name: "images that are shared",
    enter: async (page) => {
      await signIn(page, { at: "/organizations/outside?show=shared" });
      await expect(table(page, "Images of outside").getByRole("link", { name: "shared" })).toBeVisible();
    },
  },
  {
    name: "images whose sharing can't be read",
    enter: async (page) => {
      await page.route("**/shared-repositories?*", (route) => route.fulfill({ status: 403, json: {} }));
      await signIn(page, { at: "/organizations/outside" });
      await expect(page.getByText("Couldn't read which images are shared with other accounts.")).toBeVisible();
    },
  },
  {
    name: "undoing the end of a share",
    enter: async (page) => {
      await openSharing(page);
      await button(await open(page, "Stop sharing partner"), "Stop sharing").click();
      await expect(page.getByRole("status")).toHaveText("No longer shared with partner.");
      await openJournal(page);
      await askToUndo(page, 1);
      await expect(dialog(page, "Undo")).toBeVisible();
    },
  },
];
