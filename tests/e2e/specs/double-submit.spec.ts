// Submitting twice, by a double click or a held key, is one request to the service.
import type { Page } from "@playwright/test";
import { TEST_ACCESS } from "../support/api.ts";
import { openTest } from "../support/change.ts";
import { CONTROLLED, forgetReceived, receivedWrites } from "../support/control.ts";
import { type GrantDialog, openGrant } from "../support/grant.ts";
import { sized } from "../support/size.ts";
import { expect, test } from "../support/test.ts";

// An answer takes its time, so that all of a submission falls into the wait for it.
test.use({ emulatorArgs: [...CONTROLLED, "--latency", "100"] });

/** How often each way is tried: in all of them together, 1,000 times and a few more at full length. */
const ROUNDS = sized(4, 144);

/** The ways to submit more than once. */
const ways: Record<string, (page: Page, dialog: GrantDialog) => Promise<void>> = {
  "a double click": (_, { grant }) => grant.dblclick(),
  "three clicks": (_, { grant }) => grant.click({ clickCount: 3 }),
  "Enter twice": async (page, { id }) => {
    await id(1).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
  },
  "Enter held down": async (page, { id }) => {
    await id(1).focus();
    // Pressing a key that is down already is what a held key does.
    for (let time = 0; time < 12; time += 1) {
      await page.keyboard.down("Enter");
    }
    await page.keyboard.up("Enter");
  },
  "the space bar twice": async (page, { grant }) => {
    await grant.focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Space");
  },
  "Enter and a click at once": async (page, { grant, id }) => {
    const { x, y, width, height } = (await grant.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await id(1).focus();
    await Promise.all([page.keyboard.press("Enter"), page.mouse.click(x + width / 2, y + height / 2)]);
  },
  "a program, twice": async (_, { grant }) => {
    await grant.evaluate((button) => {
      const form = button.closest("form");
      form?.requestSubmit();
      form?.requestSubmit();
    });
  },
};

for (const [way, submit] of Object.entries(ways)) {
  test(`${ROUNDS} times ${way}: ${ROUNDS} requests`, async ({ page, emulator }) => {
    test.setTimeout(60_000 + ROUNDS * 5_000);
    await openTest(page);
    for (let round = 0; round < ROUNDS; round += 1) {
      const name = `twice-${round}`;
      const dialog = await openGrant(page);
      await dialog.fill(1, name, round.toString(16).padStart(32, "0"));
      await forgetReceived(emulator);
      await submit(page, dialog);
      await expect(page.getByRole("status").filter({ hasText: new RegExp(`\\b${name}\\b`) })).toBeVisible();
      expect(await receivedWrites(emulator), `round ${round}`).toEqual([`POST ${TEST_ACCESS}`]);
      // A key that is still down opens the dialog again.
      if (await dialog.root.isVisible()) {
        await dialog.cancel.click();
      }
      await expect(dialog.root).toHaveCount(0);
    }
  });
}
