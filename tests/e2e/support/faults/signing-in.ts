// What the sign-in has to do with a fault: it is said in the form, what was typed stays, and nothing is tried again by
// itself, since a wrong password too many locks a user.
import type { Page } from "@playwright/test";
import { button, field } from "../console.ts";
import { clearFaults, forgetReceived, receivedWrites, setFaults } from "../control.ts";
import type { Emulator } from "../emulator.ts";
import { PASSWORD } from "../seed.ts";
import { expect } from "../test.ts";
import type { Fault } from "./faults.ts";
import { expectHurried } from "./reading.ts";

const TOKENS = "/v3/auth/tokens";

/** What the sign-in calls otherwise than the regions do. */
const OWN: Record<string, string> = { 401: "Sign-in refused.", 404: "Project or account not found." };

/** Signs in once, into a fault, and then for good. */
export async function signInInto(page: Page, emulator: Emulator, fault: Fault): Promise<void> {
  // A token that arrives has to be a good one.
  await setFaults(emulator, { ...fault.rule, method: "POST", path: TOKENS, store: true });
  await forgetReceived(emulator);
  const request = page.waitForRequest((request) => request.method() === "POST");
  await button(page, "Sign in").click();
  await request;
  if (fault.limit !== undefined) {
    await page.clock.fastForward(fault.limit + 200);
  }
  const said = "headline" in fault.said ? fault.said.headline : OWN[fault.name];
  if (said === undefined) {
    // Everything that matters is in what came.
    await expect(button(page, "Sign out")).toBeVisible();
    await clearFaults(emulator);
    return;
  }
  await expectHurried(page, page.getByRole("alert").getByRole("paragraph").first(), said);
  await expect(page.getByText("Technical details", { exact: true })).toBeVisible();
  await expect(button(page, "Sign out")).toHaveCount(0);
  await expect(field(page, "User name")).toHaveValue("admin");
  // The token of the session before may be revoked only now.
  const sent = (await receivedWrites(emulator)).filter((write) => write.startsWith("POST "));
  expect(sent, "asked once").toHaveLength(1);
  await clearFaults(emulator);
  // A form that took the password out of the page asks for it again.
  await field(page, "Password").fill(PASSWORD);
}
