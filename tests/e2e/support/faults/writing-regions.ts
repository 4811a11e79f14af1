// The regions that write, and how a person uses them. A dialog that is not in this table is not tested for faults.
import type { Locator, Page } from "@playwright/test";
import {
  changeElsewhere,
  GROUP_ACCESS,
  grantElsewhere,
  revokeElsewhere,
  storedLevel,
  TEST_ACCESS,
} from "../api.ts";
import { askToChange, askToRevoke, chosen, editRow, rowEdit, tick } from "../change.ts";
import { button, table } from "../console.ts";
import type { Emulator } from "../emulator.ts";
import { discard, grantDialog, openGrant } from "../grant.ts";
import { ID, TEST_IMAGE, type User } from "../seed.ts";
import { expect } from "../test.ts";
import type { Fault } from "./faults.ts";
import { OUTSIDE_WRITING } from "./outside-regions.ts";

/** A region that writes. */
export interface WritingRegion {
  name: string;
  at: string;
  /** Its table. */
  table: string;
  method: "POST" | "PATCH" | "DELETE";
  /** Where it writes to. */
  path: string;
  /** Where it looks, before and after. */
  reads: string;
  /** What is said if nothing is there. */
  missing: string;
  /** What is announced where the region closes once it is done, and what is never announced before. */
  done: { says: string; claims: string };
  /** What is said instead of a fault's headline, for a look before that tells nothing. */
  unseen?: (fault: Fault) => string | undefined;
  /** Opens it and fills it in; returns the part that shows everything. */
  open(page: Page): Promise<Locator>;
  /** Whether it looks before it sends, since there is something to overwrite. */
  looksFirst: boolean;
  /** Whether the page reads again by itself after a look that failed, and then takes nothing of before for known. */
  forgets?: boolean;
  /** Sends. */
  send(place: Locator): Promise<void>;
  /** Holds it to what was chosen or typed. */
  expectKept(page: Page): Promise<void>;
  /** Leaves it. */
  leave(page: Page): Promise<void>;
  /** Waits until the page shows it as done, or as not done. */
  expectShown(page: Page, isDone: boolean): Promise<void>;
  /** Holds the service to it. */
  expectStored(emulator: Emulator, isDone: boolean): Promise<void>;
  /** Undoes it at the service, where it is done; whether it was. */
  undo(emulator: Emulator): Promise<boolean>;
}

/** What a region about a user is about: the level before and after, 0 for none. */
interface OfUser {
  user: User;
  before: 0 | 1 | 3 | 7;
  after: 0 | 1 | 3 | 7;
  table: string;
  path: string;
}

const LEVELS = { 0: "", 1: "Read", 3: "Write", 7: "Manage" } as const;

/** The truth about a user's permission. */
function ofUser({ user, before, after, table: name, path }: OfUser) {
  const stored = async (emulator: Emulator) => (await storedLevel(emulator, user, path)) ?? 0;
  return {
    table: name,
    path,
    reads: path,
    missing: "The image or the image permission does not exist.",
    done: { says: user, claims: "succeeded" },
    expectShown: async (page: Page, isDone: boolean) => {
      const level = isDone ? after : before;
      const row = table(page, name).getByRole("row").filter({ hasText: ID[user] });
      await expect(row).toHaveCount(level === 0 ? 0 : 1);
      if (level !== 0) {
        await expect(row.getByText(LEVELS[level], { exact: true }).first()).toBeVisible();
      }
    },
    expectStored: async (emulator: Emulator, isDone: boolean) => {
      expect(await stored(emulator)).toBe(isDone ? after : before);
    },
    undo: async (emulator: Emulator) => {
      const level = await stored(emulator);
      if (level === before) {
        return false;
      }
      if (before === 0) {
        await revokeElsewhere(emulator, user, path);
      } else if (level === 0) {
        await grantElsewhere(emulator, [{ user_id: ID[user], user_name: user, auth: before }], path);
      } else {
        await changeElsewhere(emulator, user, before, path);
      }
      return true;
    },
  };
}

const PERMISSIONS = "Permissions of group/test";

async function grantTo(page: Page): Promise<Locator> {
  const { root, fill } = await openGrant(page);
  await fill(1, "user05", ID.user05);
  return root;
}

async function expectTyped(page: Page): Promise<void> {
  const { name, id } = grantDialog(page);
  await expect(name(1)).toHaveValue("user05");
  await expect(id(1)).toHaveValue(ID.user05);
}

const granting = {
  method: "POST",
  open: grantTo,
  looksFirst: false,
  send: (place: Locator) => button(place, "Grant").click(),
  expectKept: expectTyped,
  leave: async (page: Page) => {
    await grantDialog(page).cancel.click();
    await discard(page);
  },
} as const;

const granted = { user: "user05", before: 0, after: 1 } as const;

/** What both ways to change a level have in common. */
const changing = {
  ...ofUser({ user: "user03", before: 1, after: 3, table: PERMISSIONS, path: TEST_ACCESS }),
  at: TEST_IMAGE,
  method: "PATCH",
  looksFirst: true,
} as const;

export const WRITING: WritingRegion[] = [
  {
    ...granting,
    ...ofUser({ ...granted, table: PERMISSIONS, path: TEST_ACCESS }),
    name: "the grant dialog",
    at: TEST_IMAGE,
  },
  {
    ...granting,
    ...ofUser({ ...granted, table: "Permissions of group", path: GROUP_ACCESS }),
    name: "the grant dialog of an organization",
    at: "/organizations/group/members",
  },
  {
    ...changing,
    name: "a row",
    open: async (page) => {
      const edit = await editRow(page, "user03");
      await edit.level.selectOption({ label: "Write" });
      return page.getByRole("main");
    },
    send: (place) => button(place, "Save").click(),
    expectKept: (page) => expect(chosen(rowEdit(page, "user03").level)).toHaveText("Write"),
    leave: (page) => rowEdit(page, "user03").cancel.click(),
  },
  {
    ...changing,
    name: "the change dialog",
    open: async (page) => {
      await tick(page, "user03").check();
      return askToChange(page, "Write");
    },
    send: (place) => button(place, "Change").click(),
    expectKept: (page) => expect(chosen(dialogOf(page).getByRole("combobox"))).toHaveText("Write"),
    leave: async (page) => {
      await button(dialogOf(page), "Cancel").click();
      await tick(page, "user03").uncheck();
    },
  },
  {
    ...ofUser({ user: "user03", before: 1, after: 0, table: PERMISSIONS, path: TEST_ACCESS }),
    name: "the revoke dialog",
    at: TEST_IMAGE,
    method: "DELETE",
    open: (page) => askToRevoke(page, "user03"),
    looksFirst: true,
    send: (place) => button(place, "Revoke").click(),
    expectKept: (page) => expect(dialogOf(page).getByText("user03").first()).toBeVisible(),
    leave: (page) => button(dialogOf(page), "Cancel").click(),
  },
  ...OUTSIDE_WRITING,
];

function dialogOf(page: Page): Locator {
  return page.getByRole("dialog");
}
