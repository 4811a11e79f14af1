// What "Effective access" has to do with a fault of the organization's list, which is only a part of it: the image's own
// list stays, what follows from the organization is left open, and nothing is made up.
import { GROUP_ACCESS } from "../api.ts";
import { button, table } from "../console.ts";
import { clearFaults, setFaults } from "../control.ts";
import { expect } from "../test.ts";
import { type Cell, expectHurried } from "./reading.ts";

/** Turns the view on while the organization's list can't be read, and lets it be read again. */
export async function effectiveAccess({ page, emulator, region, fault }: Cell): Promise<void> {
  const toggle = page.getByRole("switch", { name: "Effective access", exact: true });
  const effective = table(page, "Effective access to group/test");
  const inherited = effective.getByText("user04", { exact: true });
  // A reload forgets what was read before in the session.
  await page.goto(region.at);
  await expect(table(page, region.table)).toBeVisible();
  await setFaults(emulator, { ...fault.rule, method: "GET", path: GROUP_ACCESS });
  const sent = page.waitForRequest((request) => request.url().endsWith(GROUP_ACCESS));
  await toggle.click();
  await sent;
  if (fault.limit !== undefined) {
    await page.clock.fastForward(fault.limit + 200);
  }
  await expect(effective.getByText(region.record, { exact: true }).first(), "the image's part").toBeVisible();
  const isDenial = fault.name === "403";
  if ("data" in fault.said) {
    await expect(inherited).toBeVisible();
  } else {
    if (!isDenial) {
      const said = "missing" in fault.said ? "Organization not found." : headlineOf(fault.said);
      await expectHurried(page, page.getByRole("alert").getByRole("paragraph").first(), said);
    }
    await expect(page.getByRole("alert"), "that somebody may not read it is no fault").toHaveCount(isDenial ? 0 : 1);
    await expect(inherited, "nothing that was not read").toHaveCount(0);
    await expect(effective.getByText("Unknown", { exact: true }).first()).toBeVisible();
  }
  await clearFaults(emulator);
  await button(page, fault.again && !("data" in fault.said) ? "Try again" : "Refresh").click();
  await expect(inherited).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await toggle.click();
  await expect(effective).toHaveCount(0);
}

function headlineOf(said: Cell["fault"]["said"]): string {
  return "headline" in said ? said.headline : "";
}
