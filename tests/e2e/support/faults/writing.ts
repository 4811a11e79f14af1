// What a region that writes has to do with a fault, whatever region and whatever fault it is: nothing is sent twice,
// nothing is claimed that does not hold, and what was typed stays until it is done.
import type { Locator, Page } from "@playwright/test";
import { button } from "../console.ts";
import { clearFaults, forgetReceived, receivedWrites, setFaults } from "../control.ts";
import type { Emulator } from "../emulator.ts";
import { expect } from "../test.ts";
import type { Fault } from "./faults.ts";
import { expectHurried } from "./reading.ts";
import type { WritingRegion } from "./writing-regions.ts";

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
  const place = await open(page, region);
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
  await region.expectShown(page, isDone);
  await region.expectStored(emulator, isDone);
  await restore(cell);
}

/** The look before fails: nothing is sent, and that is said. */
export async function writeUnseen(cell: Omit<WriteCell, "isDone">): Promise<void> {
  const { page, emulator, region, fault } = cell;
  const place = await open(page, region);
  await setFaults(emulator, { ...fault.rule, method: "GET", path: region.reads });
  await forgetReceived(emulator);
  const sent = page.waitForRequest((request) => request.url().endsWith(region.reads));
  await region.send(place);
  await sent;
  await passLimit(cell);
  const sentence = region.unseen?.(fault);
  const headline = "headline" in fault.said ? fault.said.headline : region.missing;
  await expectHurried(page, place.getByText(/^Nothing was sent/), "Nothing was sent");
  const alert = place.getByRole("alert");
  await expect(sentence === undefined ? alert.getByRole("paragraph").first() : alert).toHaveText(sentence ?? headline);
  expect(await receivedWrites(emulator)).toEqual([]);
  await region.expectKept(page);
  await clearFaults(emulator);
  await region.leave(page);
  if (region.forgets === true) {
    await button(page, "Refresh").click();
  }
  await region.expectShown(page, false);
}

/** No answer comes, and the list can't be read either: the result is unknown, and the page says so. */
export async function writeBlindly(cell: WriteCell): Promise<void> {
  const { page, emulator, region, fault, isDone } = cell;
  const place = await open(page, region);
  // The delay is the time in which the reads after it are told to fail.
  const rule = { ...fault.rule, method: region.method, path: region.path, store: isDone, delay_ms: 500 };
  await setFaults(emulator, rule);
  await forgetReceived(emulator);
  const sent = page.waitForRequest((request) => request.method() === region.method);
  await region.send(place);
  await sent;
  await setFaults(emulator, rule, { method: "GET", path: region.reads, fault: "status", status: 400 });
  await passLimit(cell);
  await expect(place.getByRole("alert").first()).toBeVisible();
  await expect(place.getByText("Unknown", { exact: true })).toBeVisible();
  await expect(page.getByText(/^(Applied|Not applied)$/)).toHaveCount(0);
  await region.expectKept(page);
  await expectOneWrite(cell);
  await clearFaults(emulator);
  await region.leave(page);
  await restore(cell);
}

/**
 * Opens the region of a cell. The page's clock runs so fast that a look for the network can last longer than the console's
 * patience. What it takes for lost it looks for again by itself, and sends nothing before: then "Save" said so, and no list
 * was read.
 */
async function open(page: Page, region: WritingRegion): Promise<Locator> {
  const lost = page.getByText(/What you see may be out of date/);
  await expect(lost, "it looks every ten seconds").toHaveCount(0, { timeout: 15_000 });
  return region.open(page);
}

async function send(cell: WriteCell, place: Locator): Promise<void> {
  const sent = cell.page.waitForRequest((request) => request.method() === cell.region.method);
  await cell.region.send(place);
  await sent;
  await passLimit(cell);
}

async function passLimit({ page, fault }: Omit<WriteCell, "isDone">): Promise<void> {
  if (fault.limit !== undefined) {
    await page.clock.fastForward(fault.limit + 200);
  }
}

/** What was done is called done, by the region that closes or person by person; it is never called undone. */
async function expectDone({ page, region, fault }: WriteCell, place: Locator): Promise<{ isClosed: boolean }> {
  const closed = page.getByRole("status").filter({ hasText: region.done.says });
  const applied = place.getByText("Applied", { exact: true });
  // If the one user has the permission already, the page can't know who granted it.
  const refusal = place.getByRole("alert").filter({ hasText: fault.name === "409" ? /busy/ : /^$/ });
  await expect(closed.or(applied).or(refusal).first()).toBeVisible();
  await expect(page.getByText("Not applied", { exact: true })).toHaveCount(0);
  return { isClosed: (await applied.or(refusal).count()) === 0 };
}

/** What was not done is not called done, and can be sent again unchanged. */
async function expectNotDone({ page, region, fault }: WriteCell, place: Locator): Promise<{ isClosed: boolean }> {
  await expect(place.getByRole("alert").first()).toBeVisible();
  // A refusal of everything says it by itself.
  const notApplied = place.getByText("Not applied", { exact: true });
  await expect((fault.refuses ? notApplied.or(place.getByRole("alert")) : notApplied).first()).toBeVisible();
  await expect(page.getByText("Applied", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: region.done.claims })).toHaveCount(0);
  await region.expectKept(page);
  return { isClosed: false };
}

async function expectOneWrite({ emulator, region }: WriteCell): Promise<void> {
  // The browser reports a request before the emulator has it, and an answer that never comes doesn't say when it had.
  await expect.poll(() => receivedWrites(emulator)).toEqual([`${region.method} ${region.path}`]);
}

/** As it was before the cell. */
async function restore({ page, emulator, region }: WriteCell): Promise<void> {
  const isUndone = await region.undo(emulator);
  if (isUndone || region.forgets === true) {
    await button(page, "Refresh").click();
  }
  await region.expectShown(page, false);
}
