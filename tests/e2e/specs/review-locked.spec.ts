// A scan or a run takes longer than anyone sits still. It goes on at the idle limit, and the page is locked meanwhile.
import type { Page } from "@playwright/test";
import { button, dialog, field, heading, signInByForm } from "../support/console.ts";
import { setFaults } from "../support/control.ts";
import type { Emulator } from "../support/emulator.ts";
import { revocations, run } from "../support/plan.ts";
import { openPlan } from "../support/review.ts";
import { ID, PASSWORD } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const region = { id: "local", name: "Local", swr: "", iam: "", project: "local", account: "demo" };
const config = (change: object) => ({ config: JSON.stringify({ regions: [region], idle_minutes: 2, ...change }) });

/**
 * Every list is refused for its pace, and the wait is long: a request that was under way while the clock leaps would be
 * two minutes of silence, for which a scan pauses.
 */
async function refuseLists(emulator: Emulator): Promise<void> {
  const headers = { "Retry-After": "60" };
  const path = "/v2/manage/namespaces/*/repos/*/access";
  await setFaults(emulator, { path, fault: "status", status: 429, headers, times: 10_000 });
}

/** A scan that the service does not let come to its end, under a clock that the test moves on. */
async function scanWithoutEnd(page: Page, emulator: Emulator): Promise<void> {
  await page.clock.install();
  await signInByForm(page, { at: "/review" });
  await expect(button(page, "Start scan")).toBeVisible();
  await refuseLists(emulator);
  await button(page, "Start scan").click();
  await expect(page.getByText(/The scan waits\./).first()).toBeVisible();
}

test.describe("at the idle limit", () => {
  test.use({ emulatorArgs: ["--control"], alteration: config({}) });

  test("a running scan goes on behind a locked page, and signing in brings the page back", async ({ page, emulator }) => {
    await scanWithoutEnd(page, emulator);
    await page.clock.fastForward("01:30");
    await expect(dialog(page, "You will be signed out")).toBeVisible();
    await page.clock.fastForward("00:40");
    const locked = dialog(page, "Sign in again");
    await expect(locked).toContainText("The page is locked: nobody has done anything for a while. The scan goes on.");
    await expect(page.locator("main")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(locked).toBeVisible();
    await field(locked, "Password").fill(PASSWORD);
    await button(locked, "Sign in").click();
    await expect(heading(page, "Access review")).toBeVisible();
    await expect(locked).toBeHidden();
    await expect(button(page, "Pause")).toBeVisible();
  });

  test("the run of a plan goes on too, and the page says which of the two it is", async ({ page, emulator }) => {
    await page.clock.install();
    await signInByForm(page, { at: "/plan" });
    await openPlan(page, revocations("group", ["test"], { id: ID.user03, name: "user03", seen: 1 }));
    await refuseLists(emulator);
    await run(page, 1);
    await expect(page.getByText(/The run waits\./).first()).toBeVisible();
    await page.clock.fastForward("01:30");
    await page.clock.fastForward("00:40");
    const locked = dialog(page, "Sign in again");
    await expect(locked).toContainText("The page is locked: nobody has done anything for a while. The run of the plan goes on.");
    await expect(page.locator("main")).toHaveCount(0);
    await field(locked, "Password").fill(PASSWORD);
    await button(locked, "Sign in").click();
    await expect(heading(page, "Plan")).toBeVisible();
    await expect(button(page, "Pause")).toBeVisible();
  });

  test("a scan that pauses ends with the session", async ({ page, emulator }) => {
    await scanWithoutEnd(page, emulator);
    await button(page, "Pause").click();
    await page.clock.fastForward("01:30");
    await page.clock.fastForward("00:40");
    await expect(heading(page, "Sign in")).toBeVisible();
  });
});

test.describe("where a scan is no activity", () => {
  test.use({ emulatorArgs: ["--control"], alteration: config({ review_minutes: 0 }) });

  test("the session ends as without one", async ({ page, emulator }) => {
    await scanWithoutEnd(page, emulator);
    await page.clock.fastForward("01:30");
    await page.clock.fastForward("00:40");
    await expect(heading(page, "Sign in")).toBeVisible();
  });
});
