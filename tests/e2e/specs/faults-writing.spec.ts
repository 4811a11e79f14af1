// Every fault in every region that writes, where the service had done it before it went wrong and where it had not. The
// matrix is made from two tables, so that neither a new region nor a new fault can leave a cell out.
import { signIn, table } from "../support/console.ts";
import { CONTROLLED } from "../support/control.ts";
import { FAULTS } from "../support/faults/faults.ts";
import { write, writeBlindly, writeUnseen } from "../support/faults/writing.ts";
import { WRITING } from "../support/faults/writing-regions.ts";
import { sized } from "../support/size.ts";
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
      let cells = 0;
      for (const fault of faults) {
        const cell = { page, emulator, region, fault, isDone };
        await test.step(`${fault.name} × ${region.name}`, () => write(cell));
        cells += 1;
      }
      for (const fault of blind) {
        const cell = { page, emulator, region, fault, isDone };
        await test.step(`${fault.name} × ${region.name}, and nothing can be read`, () => writeBlindly(cell));
        cells += 1;
      }
      await expect(page.locator("dialog[open]"), "no page of a crash").toHaveCount(0);
      console.log(`${region.name}, ${isDone ? "done" : "not done"}: ${cells} cells covered`);
    });
  }
}

/** Regions that look before they send; records that are odd are seen anyway. */
const looking = WRITING.filter(({ looksFirst }) => looksFirst);
const blinding = faults.filter(({ said }) => !("data" in said));

for (const region of looking) {
  test(`${region.name}, and the look before fails`, async ({ page, emulator }) => {
    test.setTimeout(180_000);
    await page.clock.install();
    await signIn(page, { at: region.at });
    await expect(table(page, region.table)).toBeVisible();
    for (const fault of blinding) {
      const cell = { page, emulator, region, fault };
      await test.step(`${fault.name} × ${region.name}, before anything is sent`, () => writeUnseen(cell));
    }
    await expect(page.locator("dialog[open]"), "no page of a crash").toHaveCount(0);
    console.log(`${region.name}, before anything is sent: ${blinding.length} cells covered`);
  });
}

test("the matrix is whole", () => {
  const names = new Set(WRITING.map(({ name }) => name));
  expect(names.size).toBe(WRITING.length);
  const cells = WRITING.length * 2 * (faults.length + blind.length) + looking.length * blinding.length;
  console.log(
    `faults of writing: (${faults.length} + ${blind.length}) × ${WRITING.length} regions × 2, ` +
      `${blinding.length} × ${looking.length} before: ${cells} cells`,
  );
  expect(cells).toBeGreaterThan(sized(400, 700));
});
