// Every fault of IAM while someone signs in.
import { button, fillSignIn, heading, table } from "../support/console.ts";
import { CONTROLLED } from "../support/control.ts";
import { FAULTS } from "../support/faults/faults.ts";
import { signInInto } from "../support/faults/signing-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ emulatorArgs: CONTROLLED });

// nginx lets one address sign in ten times, and then some times a minute. Each test has an nginx of its own.
const EACH = 9;
const COUNT = Math.ceil(FAULTS.length / EACH);

for (let part = 0; part < COUNT; part += 1) {
  test(`signing in, faults ${part + 1} of ${COUNT}`, async ({ page, emulator }) => {
    test.setTimeout(120_000);
    const faults = FAULTS.slice(part * EACH, (part + 1) * EACH);
    await page.clock.install();
    await page.goto("/organizations");
    await fillSignIn(page, "admin");
    for (const fault of faults) {
      await test.step(`${fault.name} × sign-in`, async () => {
        await signInInto(page, emulator, fault);
        if ("data" in fault.said) {
          await button(page, "Sign out").click();
          await expect(heading(page, "Sign in")).toBeVisible();
          await fillSignIn(page, "admin");
        }
      });
    }
    await button(page, "Sign in").click();
    await expect(table(page, "Organizations")).toBeVisible();
    console.log(`sign-in: ${faults.length} cells covered`);
  });
}
