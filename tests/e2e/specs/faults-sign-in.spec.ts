// Every fault of IAM while someone signs in.
import { button, fillSignIn, heading, table } from "../support/console.ts";
import { CONTROLLED } from "../support/control.ts";
import { FAULTS } from "../support/faults/faults.ts";
import { signInInto } from "../support/faults/signing-in.ts";
import { expect, test } from "../support/test.ts";

test.use({ emulatorArgs: CONTROLLED, direct: "nginx lets one address sign in only some times a minute" });

test("signing in", async ({ page, emulator }) => {
  test.setTimeout(120_000);
  await page.clock.install();
  await page.goto("/organizations");
  await fillSignIn(page, "admin");
  for (const fault of FAULTS) {
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
  console.log(`sign-in: ${FAULTS.length} cells covered`);
});
