// The file of a snapshot: saved, opened, refused, and compared with what is there now.
import type { Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { askToRevoke } from "../support/change.ts";
import { button, cells, field, signIn, table } from "../support/console.ts";
import { Emulator } from "../support/emulator.ts";
import { readTable, save, type Saved, saveBy } from "../support/file.ts";
import { link, open, scan } from "../support/review.ts";
import { expect, test } from "../support/test.ts";

async function saved(page: Page): Promise<Saved> {
  await signIn(page, { at: "/review" });
  await scan(page);
  return saveBy(page, button(page, "Save snapshot"));
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

test("a snapshot is saved with its digest, and opened again", async ({ page }) => {
  const file = await saved(page);
  expect(file.name).toMatch(/^swr-permissions_demo_local_\d{4}-\d\d-\d\dT\d{4}\.jsonl$/);
  await expect(page.getByText(sha256(file.text), { exact: true })).toBeVisible();
  const reading = await page.getByText(/^As read by admin, /).textContent();

  await page.reload();
  await expect(button(page, "Start scan")).toBeVisible();
  await open(page, file.text);
  await expect(page.getByText(reading ?? "", { exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Coverage" })).toContainText("Complete: everything that admin may see");
  await link(page, "People").click();
  await expect(table(page, "People").getByRole("link", { name: "user01", exact: true })).toBeVisible();

  // Two equal snapshots were said to have read nothing.
  await link(page, "Compare").click();
  await open(page, file.text);
  await expect(page.getByText("Nothing has changed", { exact: true })).toBeVisible();
});

test("a file that is cut off, changed, or of another account is refused, with the reason", async ({ page }) => {
  const { text } = await saved(page);
  const lines = text.trimEnd().split("\n");
  const refused: [string, string][] = [
    [`${lines.slice(0, -1).join("\n")}\n`, `The end of this file is missing, after ${lines.length - 1} lines.`],
    [text.replace('"name":"user01"', '"name":"user09"').replace('"user01"', '"user09"'), "This file was changed after it was saved: its digest does not match."],
    [text.replaceAll('"demo"', '"other"'), "This file is of the account other. Sign in there to open it."],
    [text.replace('"version":1', '"version":2'), "A newer console has written this file (version 2). Update this one to open it."],
    ["user,level\nuser01,read\n", "This is not a snapshot file of this console."],
  ];
  for (const [altered, why] of refused) {
    await open(page, altered);
    await expect(page.getByRole("alert").filter({ hasText: why })).toBeVisible();
  }
});

// A revoked user who is still in the snapshot would be revoked twice, or be reported as still there.
test("what is revoked elsewhere in the console is gone from the snapshot, and shows in the comparison", async ({ page }) => {
  const { text } = await saved(page);
  await link(page, "People").click();
  const rows = () => cells(table(page, "People"));
  await expect.poll(async () => (await rows()).some(([name]) => name === "user01")).toBe(true);

  await page.getByRole("link", { name: "SWR permissions" }).click();
  await page.getByRole("main").getByRole("link", { name: "group", exact: true }).click();
  await page.getByRole("main").getByRole("link", { name: "test", exact: true }).click();
  const revoking = await askToRevoke(page, "user03");
  await button(revoking, "Revoke").click();
  await expect(page.getByRole("status")).toContainText("Revoked the permission of user03.");

  await page.getByRole("link", { name: "Access review", exact: true }).click();
  await link(page, "Compare").click();
  await expect(page.getByText("No older snapshot is open", { exact: true })).toBeVisible();
  await open(page, text);
  const changes = table(page, "Changes");
  await expect(changes.getByRole("columnheader")).toHaveText([/^Where/, "User", "Change", "Before", "After"]);
  await expect.poll(() => cells(changes)).toEqual([["group/test", "user03", "Revoked", "Read", "–"]]);
  const csv = readTable((await save(page, page.getByRole("main"), "CSV")).text);
  expect(csv[0]).toEqual(["change", "target", "user_id", "user_name", "before", "after"]);
  expect(csv[1]?.filter((_, column) => column !== 2)).toEqual(["revoked", "group/test", "user03", "read", "none"]);
});

test.describe("of two thousand images", () => {
  test.use({ emulatorArgs: ["--seed", "review", "--control"] });

  test("everything that has changed since an earlier review is found, and what was not read is unknown", async ({ page, browser }) => {
    const earlier = await Emulator.start(["--seed", "review-earlier"]);
    const context = await browser.newContext({ baseURL: earlier.url });
    const older = await saved(await context.newPage());
    await context.close();
    await earlier.stop();

    await signIn(page, { at: "/review" });
    await scan(page);
    await link(page, "Compare").click();
    await open(page, older.text);
    const changes = table(page, "Changes");
    const kinds: [string, string[]][] = [
      ["Granted", ["payments", "granted01", "Granted", "–", "Read"]],
      ["Raised", ["shop/cases/changed", "raised01", "Raised", "Read", "Write"]],
      ["Lowered", ["shop/cases/changed", "lowered01", "Lowered", "Manage", "Read"]],
      ["Made public", ["shop/cases/public", "", "Made public", "Private", "Public"]],
      ["New", ["labs/cases/new", "", "New", "–", "Exists"]],
      ["Deleted and created again", ["shop/cases/made-anew", "", "Deleted and created again", "3959999"]],
      ["List not read", ["platform/cases/failing", "", "List not read", "Exists", "Not read"]],
    ];
    for (const [kind, row] of kinds) {
      await field(page, "Kind of change").selectOption({ label: kind });
      const found = async () => (await cells(changes)).map((cells) => cells.slice(0, row.length).join("|"));
      await expect.poll(found, kind).toContain(row.join("|"));
    }

    // The rules about changes have something to compare with now.
    await link(page, "Findings").click();
    await field(page, "Rule").selectOption({ label: "Manage granted since" });
    const since = page.getByRole("region", { name: "Manage granted since" });
    await expect(since).toContainText("2 users have gained Manage on shop/cases/newly-managed since the older snapshot.");
  });
});
