// Every fault in every region that writes, where the service had done it before it went wrong and where it had not. The
// matrix is made from two tables, so that neither a new region nor a new fault can leave a cell out.
import { signIn, table } from "../support/console.ts";
import { CONTROLLED } from "../support/control.ts";
import { FAULTS } from "../support/faults/faults.ts";
import { write, writeBlindly, WRITING } from "../support/faults/writing.ts";
import { expect, test } from "../support/test.ts";

test.use({ emulatorArgs: CONTROLLED });

/** The end of a session is asked for by a dialog above the region; `session.spec.ts` is about that. */
const faults = FAULTS.filter(({ said }) => !("signIn" in said));

/** After these nobody knows without looking. */
const blind = faults.filter(({ name }) => ["reset", "hang", "cut"].includes(name));

for (const region of WRITING) {
  for (const isDone of [true, false]) {
    test(`${region.name}, ${isDone ? "done" : "not done"}`, async ({ page, emulator }) => {
      test.setTimeout(180_000);
      await page.clock.install();
      await signIn(page, { at: region.at });
      await expect(table(page, region.table)).toBeVisible();
      for (const fault of faults) {
        await test.step(`${fault.name} × ${region.name}`, () => write({ page, emulator, region, fault, isDone }));
      }
      for (const fault of blind) {
        await test.step(`${fault.name} × ${region.name}, and nothing can be read`, () =>
          writeBlindly({ page, emulator, region, fault, isDone }));
      }
      await expect(page.locator("dialog[open]"), "no page of a crash").toHaveCount(0);
      console.log(`${region.name}: ${faults.length + blind.length} cells covered`);
    });
  }
}
