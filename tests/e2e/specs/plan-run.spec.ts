// The run of a plan when something comes in its way. What was sent, the emulator's log of requests says.
import type { BrowserContext, Page } from "@playwright/test";
import { setElsewhere } from "../support/api.ts";
import { button, cells, dialog, expectCells, field, table } from "../support/console.ts";
import { clearFaults, CONTROLLED, forgetReceived, receivedWrites, setFaults } from "../support/control.ts";
import type { Emulator } from "../support/emulator.ts";
import { DISABLED, disabledUsersImages, listOf, openedPlan, revocations, run } from "../support/plan.ts";
import { openPlan } from "../support/review.ts";
import { PASSWORD } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

test.use({ emulatorArgs: ["--seed", "review", ...CONTROLLED] });

const LISTS = "/v2/manage/namespaces/shop/repos/*/access";

/** What SWR says where other services say 429. */
const TOO_OFTEN = JSON.stringify({ error_code: "SVCSTG.SWR.4031032", error_msg: "too often" });

/** A plan with so many steps: its images, and its file. */
async function planOf(emulator: Emulator, steps: number): Promise<{ images: string[]; file: string }> {
  const images = await disabledUsersImages(emulator, steps);
  return { images, file: revocations("shop", images, DISABLED) };
}

/** The revocations that the emulator has received, by their target. */
async function revoked(emulator: Emulator): Promise<string[]> {
  const writes = (await receivedWrites(emulator)).filter((write) => write.startsWith("DELETE /v2/manage/namespaces/"));
  return writes.map((write) => write.slice("DELETE ".length)).sort();
}

/** How many results each word has. */
async function words(page: Page): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const row of await cells(table(page, "Results"))) {
    const word = row.at(-1) ?? "";
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

function state(page: Page, text: string) {
  return page.getByText(text, { exact: true });
}

async function finished(page: Page): Promise<void> {
  await expect(state(page, "Finished.")).toBeVisible({ timeout: 50_000 });
}

/** Signs in again in the dialog that asks for it. */
async function signInAgain(page: Page): Promise<void> {
  const again = dialog(page, "Sign in again");
  await field(again, "Password").fill(PASSWORD);
  await button(again, "Sign in").click();
  await expect(again).toBeHidden();
}

test("throttled writes are not repeated, the pace gives way, and a new run does what is left over", async ({ page, emulator }) => {
  const { images, file } = await planOf(emulator, 5);
  await openedPlan(page, file);
  const complained: number[] = [];
  const asked: number[] = [];
  page.on("response", (response) => response.status() === 429 && complained.push(Date.now()));
  page.on("request", (request) => complained.length > 0 && request.url().includes("/access") && asked.push(Date.now()));
  await setFaults(
    emulator,
    { method: "DELETE", path: LISTS, fault: "status", status: 429, headers: { "Retry-After": "2" }, times: 1 },
    { method: "DELETE", path: LISTS, fault: "status", status: 403, body: TOO_OFTEN, times: 1 },
  );
  await run(page, 5);
  await expect(state(page, "The service asks to slow down. The run waits.")).toBeVisible();
  await finished(page);
  expect((asked[0] ?? 0) - (complained[0] ?? 0), "nothing is asked for before the service allows it").toBeGreaterThan(1900);
  expect(await words(page)).toEqual({ "Not applied": 2, Applied: 3 });
  await expect(page.getByRole("main")).toContainText("Not applied. The service said: the service was asked too often.");
  expect(await revoked(emulator), "each once").toEqual(images.map(listOf).sort());

  await forgetReceived(emulator);
  await button(page, "Stage what is left over").click();
  await expect(page.getByRole("link", { name: "Plan, 2 edits", exact: true })).toBeVisible();
  await run(page, 2);
  // The run before has finished too, and is shown until this one begins.
  await expect.poll(() => words(page), { timeout: 20_000 }).toEqual({ Applied: 2 });
  await finished(page);
  expect(await revoked(emulator)).toHaveLength(2);
});

test("throttled readings are put off, and no edit is lost by them", async ({ page, emulator }) => {
  const { images, file } = await planOf(emulator, 4);
  await openedPlan(page, file);
  await setFaults(
    emulator,
    { method: "GET", path: LISTS, fault: "status", status: 429, headers: { "Retry-After": "1" }, times: 1 },
    { method: "GET", path: LISTS, fault: "status", status: 403, body: TOO_OFTEN, times: 1 },
  );
  await run(page, 4);
  await finished(page);
  expect(await words(page)).toEqual({ Applied: 4 });
  expect(await revoked(emulator)).toEqual(images.map(listOf).sort());
});

test("after a tab was closed in the middle the file goes on: nothing is written twice or over another's change", async ({
  page,
  context,
  emulator,
}) => {
  const { images, file } = await planOf(emulator, 12);
  await openedPlan(page, file);
  await run(page, 12);
  await expect.poll(async () => (await revoked(emulator)).length).toBeGreaterThanOrEqual(3);
  await page.close({ runBeforeUnload: false });

  const before = await revoked(emulator);
  const changed = images.map(listOf).find((list) => !before.includes(list)) ?? "";
  await setElsewhere(emulator, [{ user_id: DISABLED.id, user_name: DISABLED.name, auth: 1 }], changed);
  const tab = await context.newPage();
  await openedPlan(tab, file);
  await run(tab, 12);
  await finished(tab);
  const so = before.length;
  expect(await words(tab)).toEqual({ "Already so": so, Applied: 11 - so, "Changed meanwhile": 1 });
  await expect(tab.getByRole("main")).toContainText("Changed meanwhile. The list now shows: Read. Decide again.");
  const expected = images.map(listOf).filter((list) => list !== changed);
  expect(await revoked(emulator), "each once, and nothing for what somebody else has changed").toEqual(expected.sort());
});

test("without a network the run pauses, and goes on by a click", async ({ page, context, emulator }) => {
  const { images, file } = await planOf(emulator, 6);
  await openedPlan(page, file);
  await run(page, 6);
  await expect.poll(async () => (await revoked(emulator)).length).toBeGreaterThanOrEqual(2);
  await context.setOffline(true);
  await expect(state(page, "Paused: you're offline. Press Resume when the network is back.")).toBeVisible();
  const sent = await revoked(emulator);
  await context.setOffline(false);
  await expect(page.getByText(/You're offline/)).toHaveCount(0);
  expect(await revoked(emulator), "nothing goes on by itself").toEqual(sent);
  await button(page, "Resume").click();
  await finished(page);
  expect(await words(page)).toEqual({ Applied: 6 });
  expect(await revoked(emulator)).toEqual(images.map(listOf).sort());
});

for (const method of ["GET", "DELETE"]) {
  test(`a session that ends at a ${method} makes the run wait, and it goes on by a click`, async ({ page, emulator }) => {
    const { images, file } = await planOf(emulator, 4);
    await openedPlan(page, file);
    await setFaults(emulator, { method, path: LISTS, fault: "status", status: 401, times: 1 });
    await run(page, 4);
    await signInAgain(page);
    await expect(state(page, "Paused: your session has ended. Sign in again, then press Resume.")).toBeVisible();
    await button(page, "Resume").click();
    await finished(page);
    expect(await revoked(emulator), "each once").toEqual(images.map(listOf).sort());
    // A write that met the end of the session is not sent again.
    expect(await words(page)).toEqual(method === "GET" ? { Applied: 4 } : { Applied: 3, "Not applied": 1 });
  });
}

test("three failures in a row pause the run by themselves", async ({ page, emulator }) => {
  const { images, file } = await planOf(emulator, 5);
  await openedPlan(page, file);
  await setFaults(emulator, { method: "DELETE", path: LISTS, fault: "status", status: 500, times: 3 });
  await run(page, 5);
  await expect(state(page, "Paused: three steps in a row have failed. See the results.")).toBeVisible();
  expect(await revoked(emulator)).toHaveLength(3);
  expect(await words(page)).toEqual({ "Not applied": 3, Open: 2 });
  await button(page, "Resume").click();
  await finished(page);
  expect(await words(page)).toEqual({ "Not applied": 3, Applied: 2 });
  expect(await revoked(emulator)).toEqual(images.map(listOf).sort());
});

test.describe("two tabs of one browser", () => {
  const ELSEWHERE = "Another tab of this browser is running a plan. Wait until it has ended.";

  /** A tab in which a run does not come to its end, and a second one with a plan of its own. */
  async function twoTabs(page: Page, context: BrowserContext, emulator: Emulator): Promise<Page> {
    const images = await disabledUsersImages(emulator, 3);
    const [first = "", ...rest] = images;
    await openedPlan(page, revocations("shop", [first], DISABLED));
    await setFaults(emulator, { method: "DELETE", path: listOf(first), fault: "hang" });
    await run(page, 1);
    await expect.poll(async () => (await revoked(emulator)).length).toBe(1);
    const other = await context.newPage();
    await openedPlan(other, revocations("shop", rest, DISABLED));
    await run(other, 2);
    await expect(other.getByRole("alert").filter({ hasText: ELSEWHERE })).toBeVisible();
    await expect(table(other, "Planned changes")).toBeVisible();
    expect(await revoked(emulator)).toHaveLength(1);
    await clearFaults(emulator);
    return other;
  }

  async function runsNow(other: Page): Promise<void> {
    await expect(async () => {
      await run(other, 2);
      await expect(state(other, "Finished.")).toBeVisible({ timeout: 5000 });
    }).toPass();
    await expect(other.getByRole("alert").filter({ hasText: ELSEWHERE })).toHaveCount(0);
    expect(await words(other)).toEqual({ Applied: 2 });
  }

  test("the second one is refused while the first one runs, and can run afterwards", async ({ page, context, emulator }) => {
    test.setTimeout(120_000);
    const other = await twoTabs(page, context, emulator);
    // The time limit of the write ends it.
    await expect(state(page, "Finished.")).toBeVisible({ timeout: 60_000 });
    await runsNow(other);
  });

  test("the second one can run once the first one was closed", async ({ page, context, emulator }) => {
    const other = await twoTabs(page, context, emulator);
    await page.close({ runBeforeUnload: false });
    await runsNow(other);
  });
});

test("a plan that is opened while another one runs is not run before that is over", async ({ page, emulator }) => {
  const { images, file } = await planOf(emulator, 3);
  await openedPlan(page, file);
  await setFaults(emulator, { method: "GET", path: LISTS, fault: "slow", times: 1 });
  await run(page, 3);
  await openPlan(page, file);
  await expect(table(page, "Planned changes")).toBeVisible();
  await expect(button(page, "Run plan")).toHaveCount(0);
  await finished(page);
  await run(page, 3);
  await expect.poll(() => words(page)).toEqual({ "Already so": 3 });
  await expectCells(table(page, "Results"), images.map((image) => [`shop/${image}`, DISABLED.name, "Write", "–", "Already so"]));
  expect(await revoked(emulator)).toEqual(images.map(listOf).sort());
});

// Each write of a run drew its batch anew: what was open in it closed, a dialog with it.
test("a run that is open in the journal stays open while it goes on", async ({ page, emulator }) => {
  const { file } = await planOf(emulator, 6);
  await openedPlan(page, file);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let sent = 0;
  await page.route("**/access", async (route) => {
    if (route.request().method() === "DELETE" && ++sent > 2) await held;
    await route.continue();
  });
  await run(page, 6);
  await page.getByRole("banner").getByRole("link", { name: /^Journal/ }).click();
  const requests = page.getByRole("main").getByRole("button", { name: /requests/ });
  await requests.click();
  await expect(requests).toHaveAttribute("aria-expanded", "true");
  release();
  await expect(requests).toHaveAccessibleName(/6 requests/, { timeout: 30_000 });
  await expect(requests).toHaveAttribute("aria-expanded", "true");
  await expect(requests).toBeFocused();
});
