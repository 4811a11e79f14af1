// Every fault in every region that reads: the matrix is made from two tables, so that neither a new region nor a new
// fault can leave a cell out.
import { signIn, table } from "../support/console.ts";
import { CONTROLLED } from "../support/control.ts";
import { effectiveAccess } from "../support/faults/effective.ts";
import { FAULTS } from "../support/faults/faults.ts";
import { aside, ASIDES } from "../support/faults/outside.ts";
import { firstLoad, refresh } from "../support/faults/reading.ts";
import { READING } from "../support/faults/regions.ts";
import { sized } from "../support/size.ts";
import { expect, test } from "../support/test.ts";

test.use({ emulatorArgs: CONTROLLED });

/** A region's faults are met in so many pages, to share the work among the workers. */
const PARTS = 2;

/** All but the end of the session, which takes the whole page along. */
const PASSING = FAULTS.filter(({ said }) => !("signIn" in said));

for (const region of READING) {
  for (let part = 0; part < PARTS; part += 1) {
    const faults = FAULTS.filter((_, index) => index % PARTS === part);
    test(`${region.name}, faults ${part + 1} of ${PARTS}`, async ({ page, emulator }) => {
      test.setTimeout(180_000);
      await page.clock.install();
      await signIn(page, { at: region.elsewhere.at });
      await expect(table(page, region.elsewhere.table)).toBeVisible();
      for (const fault of faults) {
        const cell = { page, emulator, region, fault };
        await test.step(`${fault.name} × ${region.name}: first load`, () => firstLoad(cell));
        await test.step(`${fault.name} × ${region.name}: refresh`, () => refresh(cell));
      }
      await expect(page.locator("dialog[open]"), "no page of a crash").toHaveCount(0);
      console.log(`${region.name}: ${faults.length} faults × 2 cells covered`);
    });
  }
}

test("effective access", async ({ page, emulator }) => {
  test.setTimeout(180_000);
  const region = READING.find(({ name }) => name === "image permissions");
  if (region === undefined) throw new Error("image permissions are in no table");
  await page.clock.install();
  await signIn(page, { at: region.at });
  await expect(table(page, region.table)).toBeVisible();
  for (const fault of PASSING) {
    await test.step(`${fault.name} × effective access`, () => effectiveAccess({ page, emulator, region, fault }));
  }
  await expect(page.locator("dialog[open]"), "no page of a crash").toHaveCount(0);
  console.log(`effective access: ${PASSING.length} cells covered`);
});

for (const region of ASIDES) {
  test(region.name, async ({ page, emulator }) => {
    test.setTimeout(180_000);
    await page.clock.install();
    await signIn(page, { at: region.at });
    await expect(table(page, region.table)).toBeVisible();
    for (const fault of PASSING) {
      await test.step(`${fault.name} × ${region.name}`, () => aside(page, emulator, region, fault));
    }
    await expect(page.locator("dialog[open]"), "no page of a crash").toHaveCount(0);
    console.log(`${region.name}: ${PASSING.length} cells covered`);
  });
}

test("the matrix is whole", () => {
  const names = new Set([...FAULTS, ...READING, ...ASIDES].map(({ name }) => name));
  expect(names.size, "no name twice").toBe(FAULTS.length + READING.length + ASIDES.length);
  const beside = PASSING.length * (1 + ASIDES.length);
  const cells = FAULTS.length * READING.length * 2 + beside;
  console.log(`faults of reading: ${FAULTS.length} × ${READING.length} regions × 2 + ${beside} = ${cells} cells`);
  expect(cells).toBeGreaterThan(sized(200, 400));
});
