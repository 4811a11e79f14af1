// Names that no console should trust: markup, formulas, text that runs backwards, characters that can't be seen.
import { cells, signIn, table } from "../support/console.ts";
import { expect, test } from "../support/test.ts";

test.use({ emulatorArgs: ["--seed", "large"] });

const CROWD = "/organizations/large/images/users-10000";

const hostile: { search: string; shown: string }[] = [
  { search: "<img src=x onerror=alert(1)> ", shown: "<img src=x onerror=alert(1)>" },
  { search: "</script><script>alert(3)</script> ", shown: "</script><script>alert(3)</script>" },
  { search: "=cmd|' /C calc'!A0 ", shown: "=cmd|' /C calc'!A0" },
  { search: "ad\u200bmin ", shown: "ad⟨U+200B⟩min" },
  { search: "user\u202enimda ", shown: "user⟨U+202E⟩nimda" },
  { search: "line\nbreak\tand tab ", shown: "line⟨U+000A⟩break⟨U+0009⟩and tab" },
];

test("names that pretend to be more than text are shown as what they are", async ({ page }) => {
  let alarmed = false;
  page.on("dialog", (dialog) => {
    alarmed = true;
    void dialog.dismiss();
  });
  await signIn(page, { at: CROWD });
  const crowd = table(page, "Permissions of large/users-10000");
  for (const { search, shown } of hostile) {
    await page.goto(`${CROWD}?q=${encodeURIComponent(search.trim())}`);
    // At least one row, and none but such: a table that is not drawn yet would satisfy "none but" alone.
    await expect
      .poll(
        async () => {
          const names = (await cells(crowd)).map(([name]) => name);
          return names.length > 0 && names.every((name) => name?.startsWith(shown));
        },
        { message: shown },
      )
      .toBe(true);
    expect(await crowd.locator("tbody tr").count(), "none of them is a row of its own making").toBeLessThanOrEqual(80);
  }
  expect(alarmed).toBe(false);
  expect(await page.locator("img").count()).toBe(0);
});
