// The regions that write, and how a person uses them. A dialog that is not in this table is not tested for faults.
import type { Locator, Page } from "@playwright/test";
import { GROUP_ACCESS, TEST_ACCESS } from "../api.ts";
import { askToChange, askToRevoke, chosen, editRow, rowEdit, tick } from "../change.ts";
import { button } from "../console.ts";
import { discard, grantDialog, openGrant } from "../grant.ts";
import { ID, TEST_IMAGE, type User } from "../seed.ts";
import { expect } from "../test.ts";

/** A region that writes. */
export interface WritingRegion {
  name: string;
  at: string;
  /** Its table. */
  table: string;
  method: "POST" | "PATCH" | "DELETE";
  /** Where it writes to. */
  path: string;
  /** Whom it is about: the level before and after, 0 for none. */
  user: User;
  before: 0 | 1 | 3 | 7;
  after: 0 | 1 | 3 | 7;
  /** Opens it and fills it in; returns the part that shows everything. */
  open(page: Page): Promise<Locator>;
  /** Whether it looks at the list before it sends, since there is something to overwrite. */
  looksFirst: boolean;
  /** Sends. */
  send(place: Locator): Promise<void>;
  /** Holds it to what was chosen or typed. */
  expectKept(page: Page): Promise<void>;
  /** Leaves it. */
  leave(page: Page): Promise<void>;
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
  user: "user05",
  before: 0,
  after: 1,
  open: grantTo,
  looksFirst: false,
  send: (place: Locator) => button(place, "Grant").click(),
  expectKept: expectTyped,
  leave: async (page: Page) => {
    await grantDialog(page).cancel.click();
    await discard(page);
  },
} as const;

/** What both ways to change a level have in common. */
const changing = {
  at: TEST_IMAGE,
  table: PERMISSIONS,
  method: "PATCH",
  path: TEST_ACCESS,
  user: "user03",
  before: 1,
  after: 3,
  looksFirst: true,
} as const;

export const WRITING: WritingRegion[] = [
  { ...granting, name: "the grant dialog", at: TEST_IMAGE, table: PERMISSIONS, path: TEST_ACCESS },
  {
    ...granting,
    name: "the grant dialog of an organization",
    at: "/organizations/group/members",
    table: "Permissions of group",
    path: GROUP_ACCESS,
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
    name: "the revoke dialog",
    at: TEST_IMAGE,
    table: PERMISSIONS,
    method: "DELETE",
    path: TEST_ACCESS,
    user: "user03",
    before: 1,
    after: 0,
    open: (page) => askToRevoke(page, "user03"),
    looksFirst: true,
    send: (place) => button(place, "Revoke").click(),
    expectKept: (page) => expect(dialogOf(page).getByText("user03").first()).toBeVisible(),
    leave: (page) => button(dialogOf(page), "Cancel").click(),
  },
];

function dialogOf(page: Page): Locator {
  return page.getByRole("dialog");
}
