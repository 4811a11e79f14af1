// The sign-off of a review, from the first reading to the files, and the ten questions of an auditor who has only the files.
import type { Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { button, dialog, expectCells, field, signIn, table } from "../support/console.ts";
import { readCsv, type Saved, saveBy } from "../support/file.ts";
import { decide, link, scan } from "../support/review.ts";
import { tabTo } from "../support/keyboard.ts";
import { ID } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Rows of a CSV by the names of its columns. */
function records(text: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(text);
  return rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ""])));
}

/** The lines of a snapshot. */
function lines(text: string): Record<string, unknown>[] {
  return text.trimEnd().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** `content` as docs/review.md says how to work it out. */
function content(text: string): string {
  const isState = (line: Record<string, unknown>) =>
    ["lists", "person", "organization", "image"].includes(String(line["t"])) && !JSON.stringify(line).includes('"why":"gone"');
  const plain = (key: string, value: unknown) => (key === "read" || key === "appeared" ? undefined : value);
  const written = lines(text).filter(isState).map((line) => `${JSON.stringify(line, plain)}\n`);
  return `sha256:${sha256(written.join(""))}`;
}

/** Chooses one organization for a scan. */
async function choose(page: Page, organization: string): Promise<void> {
  await expect(field(page, organization)).toBeChecked();
  for (const box of await page.getByRole("checkbox").all()) {
    await box.uncheck();
  }
  await field(page, organization).check();
}

/** Prepares the package, and saves all of its files. */
async function savePackage(page: Page): Promise<Map<string, Saved>> {
  await button(page, "Prepare files").click();
  const files = table(page, "Package");
  await expect(files.getByRole("rowheader", { name: "SHA256SUMS.txt", exact: true })).toBeVisible();
  const saved = new Map<string, Saved>();
  for (const name of await files.getByRole("rowheader").allTextContents()) {
    const file = await saveBy(page, button(files, `Save ${name}`));
    expect(file.name).toBe(name);
    await expect(files.getByText(sha256(file.text), { exact: true }), name).toBeVisible();
    saved.set(name, file);
  }
  return saved;
}

test.describe("of one organization", () => {
  test.use({ emulatorArgs: ["--seed", "review"] });

  test("an auditor's ten questions are answered by the files of a review alone", async ({ page }) => {
    test.slow();
    await signIn(page, { at: "/review" });
    await choose(page, "platform");
    await scan(page);
    await link(page, "Sign-off").click();
    await expect(page.getByText(/^0 of \d+ decided$/)).toBeVisible();

    // One user is in no list of the account's users: the riskiest item comes first.
    const singles = table(page, "One by one");
    await expect(singles.getByRole("row").nth(1)).toContainText("Users who are not in the account");
    await button(singles, "Decide: deleted02 on platform: Read. Undecided").click();
    const question = dialog(page, "Decide");
    await decide(question, "Remove", "OPS-7: has left");
    await expect(singles.getByRole("row").nth(1)).toContainText("Remove");

    // Keeping what matters needs a reason.
    await field(page, "Search users").fill("admin");
    await button(singles, "Decide: admin on platform: Manage. Undecided").click();
    await field(question, "Decision").selectOption({ label: "Keep" });
    await button(question, "Decide").click();
    await expect(question).toContainText("Say why this is kept.");
    await decide(question, "Keep", "runs the registry");
    await field(page, "Search users").fill("");

    // The rest is decided by list, once that was opened.
    await field(page, "How it is decided").selectOption({ label: "Together" });
    const together = table(page, "Together");
    await button(together, "Open: platform").click();
    await expect(question).toContainText("What is riskier is decided one by one and not among them.");
    await decide(question, "Keep");
    await expect(button(together, "Open: platform. Keep")).toBeVisible();

    await button(page, "Sign").click();
    const signing = dialog(page, "Sign the review");
    await expect(signing).toContainText("Not read: 1 list. Nothing is decided about these.");
    await expect(signing).toContainText("Your own: 1 permission. A second person has to sign these.");
    await expect(signing).toContainText(/[0-9a-f]{64}/);
    await button(signing, "Sign").click();
    const signed = page.getByRole("region", { name: "Signed", exact: true });
    await expect(signed).toContainText("Signed by admin, ");

    // What was decided is carried out by a plan, and read again.
    await button(page, "Stage decisions").click();
    await page.getByRole("link", { name: "Plan, 1 edit", exact: true }).click();
    await button(page, "Run plan").click();
    await button(dialog(page, "Run plan"), "Run plan").click();
    await expectCells(table(page, "Results"), [["platform", "deleted02", "Read", "–", "Applied"]]);
    await page.getByRole("link", { name: "Access review", exact: true }).click();
    await choose(page, "platform");
    await button(page, "New scan").click();
    await link(page, "Sign-off").click();
    const hint = page.getByText("After the changes, scan again: the package then has a second snapshot.", { exact: true });
    await expect(hint).toHaveCount(0, { timeout: 45_000 });
    await expect(signed).toContainText("Signed by admin, ");
    const shown = await signed.getByRole("table", { name: "Decisions", exact: true }).getByRole("row", { name: /^Keep/ }).getByRole("cell").allTextContents();
    const saved = await savePackage(page);
    const text = (name: string) => saved.get(name)?.text ?? "";

    // From here on nothing but the files.
    const sums = text("SHA256SUMS.txt").trimEnd().split("\n").map((line) => line.split("  "));
    expect(sums.map(([, name]) => name)).toEqual([...saved.keys()].filter((name) => name !== "SHA256SUMS.txt"));
    for (const [digest, name = ""] of sums) {
      expect(sha256(text(name)), name).toBe(digest);
    }
    const [before, after] = [lines(text("snapshot-before.jsonl")), lines(text("snapshot-after.jsonl"))];
    expect(before.at(-1)?.["content"]).toBe(content(text("snapshot-before.jsonl")));
    const decisions = records(text("decisions.csv"));
    const changes = records(text("changes.csv"));
    const findings = records(text("findings.csv"));
    const report = text("report.html");

    // Who has what?
    const removed = decisions.find((row) => row["user_name"] === "deleted02" && row["decision"] === "remove");
    expect(removed).toMatchObject({ organization: "platform", image: "", level: "read", auth: "1", effective: "read" });
    const grants = before.reduce((sum, line) => sum + (Array.isArray(line["grants"]) ? line["grants"].length : 0), 0);
    expect(decisions.filter((row) => row["user_id"] !== "")).toHaveLength(grants);
    // When was it read, and by whom?
    expect(removed?.["read_at"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(before[0]).toMatchObject({ format: "swr-permission-snapshot", read_by: { id: ID.admin, name: "admin" } });
    expect(report).toContain(`admin (${ID.admin})`);
    // Is it complete, and what is excluded?
    expect(before[0]).toMatchObject({ scope: ["platform"] });
    expect(before.at(-1)).toMatchObject({ t: "end", listed: 401, read: 400, failed: 1 });
    expect(report).toContain("Incomplete: something was not read.");
    expect(report).toContain("platform/cases/failing: HTTP 500");
    expect(decisions.filter((row) => row["decision"] === "not_read").map((row) => row["image"])).toEqual(["cases/failing"]);
    // Who has decided, and why?
    expect(removed).toMatchObject({ decided_by: "admin", reason: "OPS-7: has left", mode: "one" });
    const own = decisions.find((row) => row["user_id"] === ID.admin && row["image"] === "");
    expect(own).toMatchObject({ decision: "keep", reason: "runs the registry", mode: "one" });
    expect(report).toContain("A second person has to sign these.");
    expect(decisions.filter((row) => row["decision"] === "undecided").length).toBeGreaterThan(100);
    expect(decisions.filter((row) => row["decision"] === "undecided").every((row) => row["decided_by"] === "")).toBe(true);
    // What has changed, and how is that proved?
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      organization: "platform",
      user_name: "deleted02",
      before: "read",
      after: "none",
      run_by: "admin",
      outcome: "applied",
      found: "none",
    });
    expect(removed).toMatchObject({ change: "revoke", outcome: "applied", witnessed_at: changes[0]?.["witnessed_at"] });
    const holds = (lines: Record<string, unknown>[]) =>
      JSON.stringify(lines.find((line) => line["t"] === "organization")?.["grants"]).includes(removed?.["user_id"] ?? "?");
    expect([holds(before), holds(after)]).toEqual([true, false]);
    expect(after[0]).toMatchObject({ previous: `sha256:${sha256(text("snapshot-before.jsonl"))}` });
    expect(decisions[0]).toMatchObject({ review: sha256(text("snapshot-before.jsonl")) });
    for (const name of ["snapshot-before.jsonl", "snapshot-after.jsonl", "decisions.csv", "changes.csv", "findings.csv"]) {
      expect(report, name).toContain(`<td>${name}</td><td>${sha256(text(name))}</td>`);
    }
    expect(report).toContain("What this can&#39;t prove");
    expect(findings.find((row) => row["rule"] === "F5")).toMatchObject({ fact: "not_in_account" });
    expect(findings.find((row) => row["rule"] === "F13")).toMatchObject({ fact: "not_checked", details: "why=nothing_to_compare" });

    // The report, the table of decisions and the page count the same.
    const keep = (mode: string) => decisions.filter((row) => row["decision"] === "keep" && row["mode"] === mode).length;
    expect(shown).toEqual([keep("one"), keep("together")].map(String));
    expect(report).toContain(`<td>Keep</td><td>${keep("one")}</td><td>${keep("together")}</td>`);

    // The report is a page of its own: it runs nothing and loads nothing.
    const alone = await page.context().newPage();
    const requests: string[] = [];
    alone.on("request", (request) => requests.push(request.url()));
    await alone.setContent(report);
    await expect(alone.getByRole("heading", { level: 1, name: "Access review of demo, local" })).toBeVisible();
    await expect(alone.getByRole("table", { name: "Changes" })).toContainText("Applied");
    expect(requests).toEqual([]);
    await alone.close();
  });
});

test("decisions change freely until they are signed, and after reopening", async ({ page }) => {
  await signIn(page, { at: "/review" });
  await scan(page);
  await link(page, "Sign-off").click();
  const singles = table(page, "One by one");
  const question = dialog(page, "Decide");
  const first = singles.getByRole("row").nth(1).getByRole("button");
  await first.click();
  await decide(question, "Ask");
  await expect(first).toHaveText("Ask");
  await first.click();
  await decide(question, "Undecided");
  await expect(first).toHaveText("Decide");
  await expect(page.getByText(/^0 of \d+ decided$/)).toBeVisible();

  // One after the other, without the table in between.
  await first.click();
  await field(question, "Decision").selectOption({ label: "Ask" });
  await button(question, "Decide and next").click();
  await field(question, "Decision").selectOption({ label: "Ask" });
  await button(question, "Decide").click();
  await expect(singles.getByRole("button", { name: /^Decide: .*\. Ask$/ })).toHaveCount(2);
  await page.getByRole("switch", { name: "Only undecided" }).click();
  await expect(singles.getByRole("button", { name: /^Decide: .*\. Ask$/ })).toHaveCount(0);
  await page.getByRole("switch", { name: "Only undecided" }).click();

  await button(page, "Stage decisions").click();
  await expect(page.getByRole("status")).toHaveText("No decision so far changes a permission.");
  await button(page, "Sign").click();
  await button(dialog(page, "Sign the review"), "Sign").click();
  await button(page, "Reopen").click();
  await expect(page.getByRole("status")).toHaveText("Reopened. The review is not signed any more.");
  await expect(singles.getByRole("button", { name: /^Decide: .*\. Ask$/ })).toHaveCount(2);

  // They are in no file yet.
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
});

test("everything is decided and signed by keyboard alone", async ({ page }) => {
  await signIn(page, { at: "/review" });
  await scan(page);
  await link(page, "Sign-off").click();
  const first = table(page, "One by one").getByRole("row").nth(1).getByRole("button");
  await tabTo(page, first);
  await page.keyboard.press("Enter");
  const question = dialog(page, "Decide");
  await tabTo(page, field(question, "Decision"));
  await page.keyboard.press("k");
  await expect(field(question, "Decision").getByRole("option", { selected: true })).toHaveText("Keep");
  await tabTo(page, field(question, "Reason"));
  await page.keyboard.type("wanted by the team");
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await expect(first).toHaveText("Keep");
  await expect(first).toBeFocused();
  await tabTo(page, button(page, "Sign"), "Shift+Tab");
  await page.keyboard.press("Enter");
  const signing = dialog(page, "Sign the review");
  await expect(signing).toContainText(/[0-9a-f]{64}/);
  await tabTo(page, button(signing, "Sign"));
  await page.keyboard.press("Enter");
  const signed = page.getByRole("region", { name: "Signed", exact: true });
  await expect(signed).toBeFocused();
  await tabTo(page, button(page, "Prepare files"));
  await page.keyboard.press("Enter");
  await expect(button(page, "Save report.html")).toBeVisible();
});
