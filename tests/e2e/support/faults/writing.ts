// The regions that write, and what each has to do with a fault, whatever fault it is: nothing is sent twice, nothing is
// claimed that does not hold, and what was typed stays until it is done.
import type { Locator, Page } from "@playwright/test";
import { changeElsewhere, grantElsewhere, GROUP_ACCESS, revokeElsewhere, storedLevel, TEST_ACCESS } from "../api.ts";
import { askToChange, askToRevoke, chosen, editRow, rowEdit, tick } from "../change.ts";
import { button, table } from "../console.ts";
import { clearFaults, forgetReceived, receivedWrites, setFaults } from "../control.ts";
import type { Emulator } from "../emulator.ts";
import { grantDialog, openGrant } from "../grant.ts";
import { ID, TEST_IMAGE, type User } from "../seed.ts";
import { expect } from "../test.ts";
import type { Fault } from "./faults.ts";

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
  /** Opens it and fills it in; tells where everything is said. */
  open(page: Page): Promise<Locator>;
  /** Sends. */
  send(place: Locator): Promise<void>;
  /** Holds it to what was chosen or typed. */
  expectKept(page: Page): Promise<void>;
  /** Leaves it. */
  leave(page: Page): Promise<void>;
  /** Where an answer left it open, whether it points to the table instead of telling person by person. */
  pointsToTable?: boolean;
}

const PERMISSIONS = "Permissions of group/test";
const LEVELS = { 0: "", 1: "Read", 3: "Write", 7: "Manage" } as const;

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
  send: (place: Locator) => button(place, "Grant").click(),
  expectKept: expectTyped,
  leave: (page: Page) => grantDialog(page).cancel.click(),
  pointsToTable: true,
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
    name: "a row",
    at: TEST_IMAGE,
    table: PERMISSIONS,
    method: "PATCH",
    path: TEST_ACCESS,
    user: "user03",
    before: 1,
    after: 3,
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
    name: "the change dialog",
    at: TEST_IMAGE,
    table: PERMISSIONS,
    method: "PATCH",
    path: TEST_ACCESS,
    user: "user03",
    before: 1,
    after: 3,
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
    send: (place) => button(place, "Revoke").click(),
    expectKept: (page) => expect(dialogOf(page).getByText("user03").first()).toBeVisible(),
    leave: (page) => button(dialogOf(page), "Cancel").click(),
  },
];

function dialogOf(page: Page): Locator {
  return page.getByRole("dialog");
}

/** Where a fault meets a region, and whether the service has done it before. */
export interface WriteCell {
  page: Page;
  emulator: Emulator;
  region: WritingRegion;
  fault: Fault;
  isDone: boolean;
}

/** A write meets a fault. */
export async function write(cell: WriteCell): Promise<void> {
  const { page, emulator, region, fault, isDone } = cell;
  const place = await region.open(page);
  const rule = { ...fault.rule, method: region.method, path: region.path, store: isDone };
  await setFaults(emulator, rule);
  await forgetReceived(emulator);
  await send(cell, place);
  await expect(page.locator("[aria-busy=true]"), "it ends").toHaveCount(0);
  const told = isDone ? await expectDone(cell, place) : await expectNotDone(cell, place);
  await expectOneWrite(cell);
  await clearFaults(emulator);
  if (!told.isClosed) {
    await region.leave(page);
  }
  await expectTruth(cell, isDone ? region.after : region.before);
  await restore(cell);
}

/** Nobody answers, and the list can't be read either: nobody can tell, and that is what is said. */
export async function writeBlindly(cell: WriteCell): Promise<void> {
  const { page, emulator, region, fault, isDone } = cell;
  const place = await region.open(page);
  // The delay is the time in which the reads after it are told to fail.
  const rule = { ...fault.rule, method: region.method, path: region.path, store: isDone, delay_ms: 500 };
  await setFaults(emulator, rule);
  await forgetReceived(emulator);
  const sent = page.waitForRequest((request) => request.method() === region.method);
  await region.send(place);
  await sent;
  await setFaults(emulator, rule, { method: "GET", path: region.path, fault: "status", status: 400 });
  await passLimit(cell);
  await expect(place.getByRole("alert").first()).toBeVisible();
  await expect(place.getByText(/^Can't tell$|can't be told/).first()).toBeVisible();
  await expect(page.getByText(/^(Applied|Not applied)$/)).toHaveCount(0);
  await region.expectKept(page);
  await expectOneWrite(cell);
  await clearFaults(emulator);
  await region.leave(page);
  await restore(cell);
}

async function send(cell: WriteCell, place: Locator): Promise<void> {
  const sent = cell.page.waitForRequest((request) => request.method() === cell.region.method);
  await cell.region.send(place);
  await sent;
  await passLimit(cell);
}

async function passLimit({ page, fault }: WriteCell): Promise<void> {
  if (fault.limit !== undefined) {
    await page.clock.fastForward(fault.limit + 200);
  }
}

/** What was done is called done, by the region that closes or person by person; it is never called undone. */
async function expectDone({ page, region, fault }: WriteCell, place: Locator): Promise<{ isClosed: boolean }> {
  const closed = page.getByRole("status").filter({ hasText: region.user });
  const applied = told(region, place, "Applied");
  // Of one person whose permission exists already nobody can tell whose doing that is.
  const refusal = place.getByRole("alert").filter({ hasText: fault.name === "409" ? /busy/ : /^$/ });
  await expect(closed.or(applied).or(refusal).first()).toBeVisible();
  await expect(page.getByText("Not applied", { exact: true })).toHaveCount(0);
  return { isClosed: (await applied.or(refusal).count()) === 0 };
}

/** What was not done is not called done, and can be sent again as it stands. */
async function expectNotDone({ page, region, fault }: WriteCell, place: Locator): Promise<{ isClosed: boolean }> {
  await expect(place.getByRole("alert").first()).toBeVisible();
  // A refusal of everything says it by itself.
  const notApplied = told(region, place, "Not applied");
  await expect((fault.refuses ? notApplied.or(place.getByRole("alert")) : notApplied).first()).toBeVisible();
  await expect(page.getByText("Applied", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "succeeded" })).toHaveCount(0);
  await region.expectKept(page);
  return { isClosed: false };
}

/** What became of somebody. */
function told({ pointsToTable }: WritingRegion, place: Locator, word: "Applied" | "Not applied"): Locator {
  const outcome = place.getByText(word, { exact: true });
  return pointsToTable === true ? outcome.or(place.getByText(/The table has been read again/)) : outcome;
}

async function expectOneWrite({ emulator, region }: WriteCell): Promise<void> {
  expect(await receivedWrites(emulator)).toEqual([`${region.method} ${region.path}`]);
}

/** The table shows what the service has, and so does the service. */
async function expectTruth({ page, emulator, region }: WriteCell, level: keyof typeof LEVELS): Promise<void> {
  const row = table(page, region.table).getByRole("row").filter({ hasText: ID[region.user] });
  if (level === 0) {
    await expect(row).toHaveCount(0);
  } else {
    await expect(row.getByText(LEVELS[level], { exact: true }).first()).toBeVisible();
  }
  expect((await storedLevel(emulator, region.user, region.path)) ?? 0).toBe(level);
}

/** As it was before the cell. */
async function restore({ page, emulator, region }: WriteCell): Promise<void> {
  const { user, path, before } = region;
  const level = (await storedLevel(emulator, user, path)) ?? 0;
  if (level !== before) {
    if (before === 0) {
      await revokeElsewhere(emulator, user, path);
    } else if (level === 0) {
      await grantElsewhere(emulator, [{ user_id: ID[user], user_name: user, auth: before }], path);
    } else {
      await changeElsewhere(emulator, user, before, path);
    }
    await button(page, "Refresh").click();
  }
  await expectRow(page, region);
}

async function expectRow(page: Page, region: WritingRegion): Promise<void> {
  const row = table(page, region.table).getByRole("row").filter({ hasText: ID[region.user] });
  await expect(row).toHaveCount(region.before === 0 ? 0 : 1);
  if (region.before !== 0) {
    await expect(row.getByText(LEVELS[region.before], { exact: true }).first()).toBeVisible();
  }
}
