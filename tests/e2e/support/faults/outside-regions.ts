// The regions that change who reaches an image from outside.
import type { Locator, Page } from "@playwright/test";
import { button, dialog, field } from "../console.ts";
import type { Emulator } from "../emulator.ts";
import { discard } from "../grant.ts";
import {
  accounts,
  day,
  elsewhere,
  open,
  PUBLIC_IMAGE,
  reach,
  SHARED_IMAGE,
  SHARES,
  SHARING,
  storedShares,
} from "../outside.ts";
import { expect } from "../test.ts";
import type { Fault } from "./faults.ts";
import type { WritingRegion } from "./writing-regions.ts";

const MISSING = "The image does not exist.";

/** Leaves a dialog in which nothing was typed that would be lost. */
const cancel = (page: Page) => button(page.getByRole("dialog"), "Cancel").click();

/** Leaves a dialog in which something was typed. */
async function cancelAndDiscard(page: Page): Promise<void> {
  await cancel(page);
  await discard(page);
}

/** What the dialogs about one account have in common: an end of its share before and after, nothing for none. */
function ofShare(account: string, before: string | undefined, after: string | undefined) {
  const deadline = (end: string) => (end === "No end" ? "forever" : `${end}T23:59:59Z`);
  return {
    at: SHARING,
    table: "Accounts that outside/shared is shared with",
    reads: SHARES,
    missing: MISSING,
    looksFirst: true,
    forgets: true,
    expectShown: async (page: Page, isDone: boolean) => {
      const end = isDone ? after : before;
      const row = accounts(page).getByRole("row").filter({ hasText: account });
      await expect(row).toHaveCount(end === undefined ? 0 : 1);
      if (end !== undefined) {
        await expect(row.getByText(end, { exact: true })).toBeVisible();
      }
      await expect(reach(page), "the whole page is there").toContainText("Shared with");
    },
    expectStored: async (emulator: Emulator, isDone: boolean) => {
      const end = isDone ? after : before;
      const stored = (await storedShares(emulator)).filter(([name]) => name === account);
      expect(stored).toEqual(end === undefined ? [] : [[account, deadline(end)]]);
    },
    undo: async (emulator: Emulator) => {
      const stored = (await storedShares(emulator)).find(([name]) => name === account)?.[1];
      if (stored === (before === undefined ? undefined : deadline(before))) {
        return false;
      }
      const terms = { permit: "read", deadline: deadline(before ?? ""), description: "" };
      if (before === undefined) {
        await elsewhere(emulator, "DELETE", `${SHARES}/${account}`);
      } else if (stored !== undefined) {
        await elsewhere(emulator, "PATCH", `${SHARES}/${account}`, terms);
      } else {
        await elsewhere(emulator, "POST", SHARES, { access_domain: account, ...terms });
      }
      return true;
    },
  };
}

/** What both changes of an image's visibility have in common. */
function ofVisibility(image: string, before: RegExp, after: RegExp, isPublic: boolean) {
  const record = `/v2/manage/namespaces/outside/repos/${image}`;
  return {
    table: `Permissions of outside/${image}`,
    method: "PATCH",
    path: record,
    reads: record,
    missing: MISSING,
    looksFirst: true,
    forgets: true,
    // An answer that is no record says nothing of visibility.
    unseen: ({ name }: Fault) =>
      ["a text", "a number"].includes(name)
        ? "Nothing was sent: the service's answer doesn't show what is there now."
        : undefined,
    expectShown: (page: Page, isDone: boolean) => expect(reach(page)).toHaveText(isDone ? after : before),
    expectStored: async (emulator: Emulator, isDone: boolean) => {
      expect(await elsewhere(emulator, "GET", record)).toMatchObject({ is_public: isDone === isPublic });
    },
    undo: async (emulator: Emulator) => {
      await elsewhere(emulator, "PATCH", record, { is_public: !isPublic });
      return true;
    },
  } as const;
}

/** Far enough that the clock of a test can't get there. */
const END = day(40);

async function openToShare(page: Page): Promise<Locator> {
  const sharing = await open(page, "Share with account");
  await field(sharing, "Account").fill("auditor");
  await field(sharing, "Until").fill(END);
  await field(sharing, "Description").fill("ticket 7");
  return sharing;
}

async function openToChange(page: Page): Promise<Locator> {
  const changing = await open(page, "Change partner");
  await field(changing, "No end").uncheck();
  await field(changing, "Until").fill(END);
  return changing;
}

export const OUTSIDE_WRITING: WritingRegion[] = [
  {
    ...ofShare("auditor", undefined, END),
    name: "the dialog that shares",
    method: "POST",
    path: SHARES,
    done: { says: "Shared with auditor.", claims: "Shared with" },
    open: openToShare,
    send: (place) => button(place, "Share").click(),
    expectKept: async (page) => {
      const sharing = dialog(page, "Share with account");
      await expect(field(sharing, "Account")).toHaveValue("auditor");
      await expect(field(sharing, "Until")).toHaveValue(END);
      await expect(field(sharing, "Description")).toHaveValue("ticket 7");
    },
    leave: cancelAndDiscard,
  },
  {
    ...ofShare("partner", "No end", END),
    name: "the dialog that changes a share",
    method: "PATCH",
    path: `${SHARES}/partner`,
    done: { says: "Changed the sharing with partner.", claims: "Changed" },
    open: openToChange,
    send: (place) => button(place, "Save").click(),
    expectKept: async (page) => {
      const changing = dialog(page, "Change partner");
      await expect(field(changing, "No end")).not.toBeChecked();
      await expect(field(changing, "Until")).toHaveValue(END);
    },
    leave: cancelAndDiscard,
  },
  {
    ...ofShare("partner", "No end", undefined),
    name: "the dialog that ends a share",
    method: "DELETE",
    path: `${SHARES}/partner`,
    done: { says: "No longer shared with partner.", claims: "No longer" },
    open: (page) => open(page, "Stop sharing partner"),
    send: (place) => button(place, "Stop sharing").click(),
    expectKept: (page) => expect(dialog(page, "Stop sharing partner")).toContainText("Users of partner"),
    leave: cancel,
  },
  {
    ...ofVisibility("public", /^Public: anyone can pull$/, /^Private$/, false),
    name: "the dialog that makes an image private",
    at: PUBLIC_IMAGE,
    done: { says: "outside/public is now private.", claims: "is now" },
    open: (page) => open(page, "Make private"),
    send: (place) => button(place, "Make private").click(),
    expectKept: (page) => expect(dialog(page, "Make private")).toContainText("will be able to pull it"),
    leave: cancel,
  },
  {
    ...ofVisibility("shared", /^Shared with 2 accounts/, /^Public: anyone can pull · Shared/, true),
    name: "the dialog that makes an image public",
    at: SHARED_IMAGE,
    done: { says: "outside/shared is now public.", claims: "is now" },
    open: async (page) => {
      const asking = await open(page, "Make public");
      await field(asking, "Type shared to confirm").fill("shared");
      return asking;
    },
    send: (place) => button(place, "Make public").click(),
    // The name is typed anew for each request.
    expectKept: (page) => expect(dialog(page, "Make public")).toContainText("Anyone on the internet"),
    leave: cancel,
  },
];
