// Files of the console that do not come as they were built: the page says so in words that need no program, names the
// file, and reloads past the cache.
import type { Page } from "@playwright/test";
import { allowClipboard, clipboard } from "../support/clipboard.ts";
import { button, heading, signInByForm, table } from "../support/console.ts";
import { clearFaults, CONTROLLED, received, setFaults, type Rule } from "../support/control.ts";
import { TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

test.use({
  emulatorArgs: CONTROLLED,
  direct: "the emulator spoils the files, so it has to be the one that serves them",
});

const notice = (page: Page) => page.locator("#no-start");

async function expectNotice(page: Page, file: RegExp): Promise<void> {
  await expect(notice(page).getByRole("heading", { name: "The console could not start" })).toBeVisible();
  await expect(notice(page).getByRole("heading", { name: "控制台未能启动" })).toBeVisible();
  await expect(notice(page).locator("pre")).toContainText(file);
  await expect(heading(page, "Sign in"), "no half of a console beside it").toHaveCount(0);
}

/** Opens the console whose files may never come, and waits for the page itself. */
async function openUntilParsed(page: Page): Promise<void> {
  await page.goto("/organizations", { waitUntil: "commit" });
  await notice(page).waitFor({ state: "attached" });
}

/** Every file without which there is no console, and every way for it not to come. */
const files = [
  { file: "the style sheet", path: "*.css", named: /\/console-[0-9a-f]+\.css/ },
  { file: "the program", path: "*-main-*.wasm", named: /\/swr-console-main-[0-9a-f]{16}\.wasm: / },
  { file: "the module", path: "*.js", named: /\/swr-console-[0-9a-f]{16}\.js/ },
];
const faults: { fault: string; rule: Omit<Rule, "path"> }[] = [
  { fault: "is missing", rule: { fault: "status", status: 404 } },
  { fault: "is truncated", rule: { fault: "truncated" } },
  { fault: "breaks off", rule: { fault: "cut" } },
  { fault: "is a page of HTML", rule: { fault: "html" } },
  { fault: "is of another build", rule: { fault: "status", status: 200, body: "/* another */" } },
  { fault: "is reset", rule: { fault: "reset" } },
];
for (const { file, path, named } of files) {
  test(`${file}, spoilt in every way: it is told, and a reload past the cache mends it`, async ({
    page,
    context,
    emulator,
    faults: noticed,
  }) => {
    const browser = await context.newCDPSession(page);
    for (const { fault, rule } of faults) {
      await test.step(`${file} ${fault}`, async () => {
        // A file that came once is asked for never again.
        await browser.send("Network.clearBrowserCache");
        await setFaults(emulator, { path, ...rule });
        await page.goto("/organizations");
        await expectNotice(page, named);
        await clearFaults(emulator);
        await button(notice(page), "Reload").first().click();
        await expect(heading(page, "Sign in")).toBeVisible();
        await expect(notice(page)).toBeHidden();
      });
    }
    // What the browser says of it on its console is what the test is about.
    noticed.length = 0;
  });
}

for (const { file, path } of files) {
  test(`${file} never comes: that is told, and no later than after 20 seconds`, async ({ page, emulator, faults }) => {
    await page.clock.install();
    await setFaults(emulator, { path, fault: "hang" });
    await openUntilParsed(page);
    await page.clock.runFor(21_000);
    await expect(notice(page).getByRole("heading", { name: "The console could not start" })).toBeVisible();
    // Without its style sheet the program once started anyway, and took the notice away.
    await page.clock.runFor(5_000);
    await expect(heading(page, "Sign in")).toHaveCount(0);
    await expect(notice(page)).toBeVisible();
    faults.length = 0;
  });
}

test("a program that comes late takes the notice away", async ({ page, emulator }) => {
  await page.clock.install();
  await setFaults(emulator, { path: "*-main-*.wasm", fault: "slow" });
  await openUntilParsed(page);
  // 20 seconds without a style sheet would be another story, and are over in no time here.
  await expect.poll(() => page.evaluate(() => document.styleSheets.length)).toBe(1);
  await page.clock.runFor(21_000);
  await expect(notice(page)).toBeVisible();
  await expect(heading(page, "Sign in")).toBeVisible();
  await expect(notice(page)).toBeHidden();
});

test("a browser without what the console needs is told so before anything starts", async ({ page, faults }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "WebAssembly", { value: undefined });
  });
  await page.goto("/organizations");
  await expect(notice(page).getByRole("heading", { name: "The console could not start" })).toBeVisible();
  await expect(notice(page).locator("pre")).toContainText("Mozilla");
  faults.length = 0;
});

test("a part that is damaged is fetched again past the browser's cache", async ({
  page,
  emulator,
  faults,
}) => {
  // The browser keeps what it got under the file's name for a year, be it the file or not.
  await setFaults(emulator, { path: "*-tables-*.wasm", fault: "status", status: 200, body: "/* another */" });
  await signInByForm(page);
  await page.getByRole("link", { name: "group", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Part of the console failed to load.");
  await button(page, "Try again").click();
  await expect(page.getByRole("alert")).toContainText("Part of the console failed to load.");
  await clearFaults(emulator);
  await button(page, "Try again").click();
  await expect(table(page, "Images of group")).toBeVisible();
  faults.length = 0;
});

test.describe("a program that breaks", () => {
  test.use({ expectedFaults: [/panicked|unreachable|RuntimeError/] });

  test("covers the page, says that nothing more is sent, and can be copied", async ({ page, emulator }) => {
    await allowClipboard(page);
    await signInByForm(page, { at: TEST_IMAGE });
    await expect(table(page, "Permissions of group/test")).toBeVisible();
    // No program can go on in a browser that makes no elements any more. The click comes in the same step: an answer that
    // was still awaited broke the program first, and its notice then covered the button.
    await button(page, "Grant permission").evaluate((grant: HTMLElement) => {
      const broken = () => {
        throw new Error("no more elements");
      };
      Document.prototype.createElement = broken;
      Node.prototype.cloneNode = broken;
      grant.click();
    });
    const crash = page.getByRole("dialog");
    await expect(crash.getByRole("heading", { name: "The console has stopped" })).toBeVisible();
    const before = (await received(emulator)).length;
    await button(crash, "Copy · 复制").click();
    expect(await clipboard(page)).toContain("panicked at");
    await page.keyboard.press("Escape");
    await expect(crash).toBeVisible();
    expect((await received(emulator)).length, "nothing more is sent").toBe(before);
    await button(crash, "Reload").first().click();
    await expect(table(page, "Permissions of group/test")).toBeVisible();
  });
});
