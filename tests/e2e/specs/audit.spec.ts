// Evidence: reasons in the journal and its files, and the audit file, in which a later change shows by the recipe of
// docs/audit.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { askToRevoke, changeInRow, openTest } from "../support/change.ts";
import { button, field, signIn } from "../support/console.ts";
import { saveBy, readTable, save } from "../support/file.ts";
import { openGrant } from "../support/grant.ts";
import { entry, openJournal } from "../support/journal.ts";
import { ID, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const REASON = "Reason or ticket (optional)";

/** What the recipe says of a file. */
function check(text: string): string {
  const recipe = /```sh\n(check\(\) \{\n.*?\n\}\n)/s.exec(readFileSync("../../docs/audit.md", "utf8"))?.[1];
  expect(recipe).toBeDefined();
  const file = join(mkdtempSync(join(tmpdir(), "audit-")), "journal.jsonl");
  writeFileSync(file, text);
  return execFileSync("sh", ["-c", `${recipe ?? ""}check "$1" || true`, "sh", file], { encoding: "utf8" }).trim();
}

/** A grant and a revocation for a ticket, and a change in a row without one. */
async function doThree(page: Page): Promise<void> {
  await openTest(page);
  const opened = await openGrant(page);
  await opened.fill(1, "user05", ID.user05);
  await field(opened.root, REASON).fill("  OPS-12: new on the team ");
  await opened.grant.click();
  await expect(page.getByRole("status")).toContainText("Granted Read to user05.");
  await changeInRow(page, "user03", "Write");
  await expect(page.getByRole("status")).toContainText("user03 now has Write.");
  const revoking = await askToRevoke(page, "user01");
  await expect(field(revoking, REASON), "one ticket takes several changes").toHaveValue("  OPS-12: new on the team ");
  await button(revoking, "Revoke").click();
  await expect(page.getByRole("status")).toContainText("Revoked the permission of user01.");
  await openJournal(page);
}

test("a reason is in the journal and its files, and in no request", async ({ page }) => {
  const bodies: string[] = [];
  page.on("request", (request) => bodies.push(`${request.url()} ${request.postData() ?? ""}`));
  await doThree(page);
  await expect(entry(page, 1)).toContainText("Reason: OPS-12: new on the team");
  await expect(entry(page, 2)).not.toContainText("Reason:");
  const [head = [], ...rows] = readTable((await save(page, page, "CSV")).text);
  expect(rows.map((row) => row[head.indexOf("reason")])).toEqual(["OPS-12: new on the team", "", "OPS-12: new on the team"]);
  expect(bodies.join("\n")).not.toContain("OPS-12");
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain("OPS-12");
});

test("the audit file is chained, and the recipe finds every change of it", async ({ page }) => {
  await doThree(page);
  const { name, text } = await saveBy(page, button(page, "Save audit file"));
  expect(name).toMatch(/^journal-local-.*\.jsonl$/);
  await expect(page.getByRole("status")).toHaveText("Exported 3 rows.");
  const lines = text.trimEnd().split("\n");
  const read = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(read[0]).toMatchObject({ kind: "journal", region: "local", account: "demo", saved_by: "admin" });
  expect(read[1]).toMatchObject({ action: "grant", after: "read", reason: "OPS-12: new on the team" });
  expect(read[4]).toMatchObject({ rows: 3 });

  const shown = await page.getByText(/^[0-9a-f]{64}$/).innerText();
  expect(check(text)).toBe(`5 lines, the last has the SHA-256 ${shown}`);
  const joined = (changed: string[]) => check(`${changed.join("\n")}\n`);
  for (const [index, line] of lines.entries()) {
    const altered = line.replace(/[^\W_](?=\W*$)/, (last) => (last === "x" ? "y" : "x"));
    expect(altered).not.toBe(line);
    const after = joined(lines.with(index, altered));
    expect(after).toEqual(
      index < lines.length - 1
        ? `line ${String(index + 2)} does not follow from the line before`
        : (expect.not.stringContaining(shown) as unknown),
    );
    if (index < lines.length - 1) {
      expect(joined(lines.toSpliced(index, 1)), "a line is missing").toContain("does not follow");
    }
  }
  expect(joined(lines.slice(0, -1)), "the end is missing").not.toContain(shown);
});

test("a later audit file begins like the earlier one", async ({ page }) => {
  await doThree(page);
  const first = await saveBy(page, button(page, "Save audit file"));
  await page.getByRole("link", { name: "group/test", exact: true }).first().click();
  await changeInRow(page, "user03", "Read");
  await expect(page.getByRole("status")).toContainText("user03 now has Read.");
  await openJournal(page);
  const second = await saveBy(page, button(page, "Save audit file"));
  const start = first.text.trimEnd().split("\n").slice(0, -1).join("\n");
  expect(second.text.startsWith(`${start}\n`)).toBe(true);
  expect(check(second.text)).toContain("6 lines");
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the audit file", async ({ page }) => {
    await signIn(page, { at: TEST_IMAGE });
    await button(page, "删除 user03 的权限").click();
    await field(page.getByRole("dialog"), "原因或工单号（可选）").fill("工单 12");
    await button(page.getByRole("dialog"), "删除").click();
    await expect(page.getByRole("status")).toContainText("已删除 user03 的权限。");
    await page.getByRole("link", { name: "操作日志", exact: true }).click();
    await expect(entry(page, 1)).toContainText("原因： 工单 12");
    const { text } = await saveBy(page, button(page, "保存审计文件"));
    expect(check(text)).toContain("3 lines");
    await expect(page.getByText(/最后一行的 SHA-256： [0-9a-f]{64}/)).toBeVisible();
  });
});
