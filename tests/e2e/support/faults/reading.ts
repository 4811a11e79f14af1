// What a region that reads has to do with a fault, whatever region and whatever fault it is.
import type { Locator, Page } from "@playwright/test";
import { button, dialog, field, table } from "../console.ts";
import { clearFaults, forgetReceived, isApi, received, setFaults } from "../control.ts";
import type { Emulator } from "../emulator.ts";
import { PASSWORD } from "../seed.ts";
import { expect } from "../test.ts";
import type { Fault } from "./faults.ts";
import { expectData, goTo, type ReadingRegion } from "./regions.ts";

/** Where a fault meets a region. */
export interface Cell {
  page: Page;
  emulator: Emulator;
  region: ReadingRegion;
  fault: Fault;
}

const STALE = /^Couldn't refresh\. Showing data from \d\d:\d\d\.$/;

/** The fault comes while nothing is on the screen: it is said, and nothing else is shown. */
export async function firstLoad({ page, emulator, region, fault }: Cell): Promise<void> {
  // A reload forgets what was read before in the session.
  await (region.remembered ? page.goto(region.elsewhere.at) : goTo(page, region.elsewhere.at));
  await expect(table(page, region.elsewhere.table)).toBeVisible();
  await meet({ page, emulator, region, fault }, () => goTo(page, region.at));
  await expect(table(page, region.elsewhere.table), "nothing of another place").toHaveCount(0);
  if (!("data" in fault.said)) {
    await expect(page.getByRole("main").getByRole("table"), "no data that was not read").toHaveCount(0);
  }
  await recover({ page, emulator, region, fault });
}

/** The fault comes while old data is on the screen: it stays, and is called old. */
export async function refresh({ page, emulator, region, fault }: Cell): Promise<void> {
  await meet({ page, emulator, region, fault }, () => button(page, "Refresh").click());
  await expect(table(page, region.table).getByText(region.record, { exact: true }).first()).toBeVisible();
  if ("headline" in fault.said || "missing" in fault.said) {
    await expect(page.getByText(STALE)).toBeVisible();
  }
  await recover({ page, emulator, region, fault });
  await expect(page.getByText(STALE)).toHaveCount(0);
}

/** Makes the fault and does what meets it, up to what is said of it. */
async function meet({ page, emulator, region, fault }: Cell, act: () => Promise<void>): Promise<void> {
  await setFaults(emulator, { ...fault.rule, method: "GET", path: region.path });
  await forgetReceived(emulator);
  const sent = page.waitForRequest((request) => request.method() === "GET" && /\/v[23]\//.test(request.url()));
  await act();
  await sent;
  if (fault.limit !== undefined) {
    await letPass({ page, emulator, region, fault });
  }
  if ("signIn" in fault.said) {
    await expect(dialog(page, "Sign in again")).toBeVisible();
    return;
  }
  if ("data" in fault.said) {
    await expectData(page, region);
    return;
  }
  const headline = "missing" in fault.said ? region.missing : fault.said.headline;
  const alert = page.getByRole("alert");
  await expectHurried(page, alert.getByRole("paragraph").first(), headline);
  const said = await alert.getByRole("paragraph").allInnerTexts();
  expect(said.length, `headline, reason and remedy: ${said.join(" | ")}`).toBeGreaterThanOrEqual(3);
  await expect(page.getByText("Technical details", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Still working/), "no wait without an end").toHaveCount(0);
  await expect(button(page, "Try again")).toHaveCount(fault.again ? 1 : 0);
  await expectModesty(emulator);
}

/** A service in trouble is asked three times at the most, and nothing is written. */
async function expectModesty(emulator: Emulator): Promise<void> {
  const calls = (await received(emulator)).filter(({ target }) => isApi(target));
  for (const { target } of calls) {
    expect(calls.filter((call) => call.target === target).length, target).toBeLessThanOrEqual(3);
  }
  expect(calls.filter(({ method }) => method !== "GET")).toEqual([]);
}

/** Goes through the wait: it is offered to give up before the time limit ends it. */
async function letPass({ page, region, fault: { limit = 0 } }: Cell): Promise<void> {
  await page.clock.fastForward(4_200);
  if ((await table(page, region.table).count()) === 0) {
    await expect(page.getByText(/^Still working/)).toBeVisible();
    await expect(button(page, "Cancel")).toBeVisible();
  }
  await page.clock.fastForward(limit - 4_000);
}

/** The fault is over: one click, and everything is as it should be. */
async function recover({ page, emulator, region, fault }: Cell): Promise<void> {
  await clearFaults(emulator);
  if ("signIn" in fault.said) {
    const again = dialog(page, "Sign in again");
    await field(again, "Password").fill(PASSWORD);
    await button(again, "Sign in").click();
    await expect(again).toHaveCount(0);
  } else {
    await button(page, fault.again && !("data" in fault.said) ? "Try again" : "Refresh").click();
  }
  await expectData(page, region);
}

/** Waits for a text while the page's clock runs faster than ours, so that pauses before another try are short. */
export async function expectHurried(page: Page, place: Locator, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.clock.runFor(200);
        return (await place.count()) === 1 ? place.innerText({ timeout: 1_000 }).catch(() => "") : "";
      },
      { intervals: [60], timeout: 15_000 },
    )
    .toContain(text);
}
