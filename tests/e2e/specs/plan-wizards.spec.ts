// The wizards, each of which ends in the plan, staging by hand, and the proof that somebody has left.
import type { Locator, Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { listenForWrites, methods, storedLevel } from "../support/api.ts";
import { button, cells, dialog, expectCells, field, heading, signIn, table } from "../support/console.ts";
import { save, saveBy, readTable } from "../support/file.ts";
import { link, scan } from "../support/review.ts";
import { expect, test } from "../support/test.ts";

function status(page: Page): Locator {
  return page.getByRole("status");
}

/** The links to the plan in the header, by the number of edits. */
function plan(page: Page, edits: string): Locator {
  return page.getByRole("link", { name: `Plan, ${edits}`, exact: true });
}

/** Reads everything, and opens a page of the review. */
async function openReview(page: Page, name: string): Promise<void> {
  await signIn(page, { at: "/review" });
  await scan(page);
  await link(page, name).click();
}

/** Reads everything, and opens the page of a user. */
async function openUser(page: Page, name: string): Promise<void> {
  await openReview(page, "People");
  await page.getByRole("searchbox", { name: "Search users" }).fill(name);
  await table(page, "People").getByRole("link", { name, exact: true }).click();
  await expect(table(page, `Access of ${name}`)).toBeVisible();
}

/** Counts what a person does. */
class Hands {
  count = 0;

  async click(what: Locator): Promise<void> {
    this.count += 1;
    await what.click();
  }
}

test.describe("of a few images", () => {
  test("somebody gets what another user has, without Manage and without what the organization gives", async ({ page }) => {
    await openUser(page, "user02");
    await button(page, "Clone to…").click();
    const question = dialog(page, "Clone the access of user02");
    await button(question, "Stage").click();
    await expect(question).toContainText("The review knows no such user, or several.");
    await field(question, "To whom").fill("user02");
    await expect(question).toContainText("This is the same user.");

    // The organization gives user04 as much.
    await field(question, "To whom").fill("user04");
    await expect(question).toContainText("0 edits will be staged. Nothing is sent yet.");
    await expect(question).toContainText("1 permission left out: the organization gives as much.");
    await button(question, "Stage").click();
    await expect(status(page)).toHaveText("There is nothing to stage.");

    await field(question, "To whom").fill("user03");
    await expect(question.getByRole("listitem").first()).toHaveText("user03 goes from Read up to Write on 1 image");
    await field(question, "Reason").fill("OPS-7");
    await button(question, "Stage").click();
    await expect(question).toBeHidden();
    await expect(status(page)).toHaveText("Staged: 1 edit. 1 in the plan.");
    await plan(page, "1 edit").click();
    await expectCells(table(page, "Planned changes"), [["group/test", "user03", "Read", "Write", "OPS-7"]]);
  });

  test("Manage is cloned only where it was ticked, and exactly alike takes away too", async ({ page }) => {
    await openUser(page, "user01");
    await button(page, "Clone to…").click();
    const question = dialog(page, "Clone the access of user01");
    await field(question, "To whom").fill("user05");
    await expect(question).toContainText("group/test: Manage was left out.");
    await field(question, "Include Manage").check();
    await expect(question).toContainText("user05 gets Manage on 1 image");
    await field(question, "How").selectOption({ label: "Exactly alike: also lower and revoke" });
    await expect(question).toContainText("user05 loses Read on 1 image");
    await button(question, "Stage").click();
    await plan(page, "2 edits").click();
    await expectCells(table(page, "Planned changes"), [
      ["group/test", "user05", "–", "Manage", ""],
      ["outside/public", "user05", "Read", "–", ""],
    ]);
  });

  test("each row of a user is staged by hand, alone or with others, and taken back", async ({ page, emulator }) => {
    await openUser(page, "user04");
    await expect(page.getByText(/^user04 reaches \d+ of 5 images\./)).toBeVisible();
    const access = table(page, "Access of user04");
    const row = (name: string) => access.getByRole("row").filter({ has: page.getByRole("cell", { name, exact: true }) });
    await expect(row("group")).toContainText("Write");

    // One by one: an organization, and an image that the user reaches by it.
    await button(row("group"), "Stage a level: group").click();
    const one = dialog(page, "Stage for user04 on group");
    await expect(field(one, "Level").locator("option")).toHaveText(["No permission", "Read", "Write", "Manage"]);
    await field(one, "Level").selectOption({ label: "Read" });
    await button(one, "Stage").click();
    await expect(status(page)).toHaveText("Staged: 1 edit. 1 in the plan.");
    await expect(row("group")).toContainText("staged: Read");
    await button(row("group/test"), "Stage a level: group/test").click();
    const image = dialog(page, "Stage for user04 on group/test");
    await field(image, "Level").selectOption({ label: "Write" });
    await button(image, "Stage").click();
    await expect(row("group/test")).toContainText("staged: Write");

    // To ask for what is there takes it back, as "Take back" does.
    await button(row("group"), "Stage a level: group").click();
    await expect(field(one, "Level")).toHaveValue("1");
    await field(one, "Level").selectOption({ label: "Write" });
    await button(one, "Stage").click();
    await expect(status(page)).toHaveText("Changed: 1 edit. 1 in the plan.");
    await expect(row("group")).not.toContainText("staged");
    await button(row("group/test"), "Take back: group/test").click();
    await expect(row("group/test")).not.toContainText("staged");
    await expect(page.getByRole("link", { name: /^Plan, / })).toHaveCount(0);

    // All that are shown at once.
    await page.getByRole("searchbox", { name: "Filter by name" }).fill("group");
    await page.getByRole("checkbox", { name: "Select all", exact: true }).check();
    await expect(page.getByText("4 of 4 selected", { exact: true })).toBeVisible();
    await button(page, "Stage for selected…").click();
    const all = dialog(page, "Stage for user04 on 1 organization and 3 images");
    await field(all, "Level").selectOption({ label: "Manage" });
    await button(all, "Stage").click();
    await expect(status(page)).toHaveText("Staged: 4 edits. 4 in the plan.");
    await button(page, "Take back selected").click();
    await expect(status(page)).toHaveText("Changed: 4 edits. 0 in the plan.");
    await button(page, "Stage for selected…").click();
    await expect(field(all, "Level")).toHaveValue("0");
    await expect(all).toContainText("1 edit will be staged. Nothing is sent yet.");
    await button(all, "Stage").click();
    await plan(page, "1 edit").click();
    await expectCells(table(page, "Planned changes"), [["group", "user04", "Write", "–", ""]]);
    expect(await storedLevel(emulator, "user04", "/v2/manage/namespaces/group/access")).toBe(3);
  });

  test("the file of what a user reaches says what each list gives", async ({ page }) => {
    await openUser(page, "user04");
    const [head, ...rows] = readTable((await save(page, page.getByRole("main"), "CSV")).text);
    expect(head).toEqual(["target", "effective", "from", "direct"]);
    expect(rows).toContainEqual(["group", "write", "organization", "write"]);
    expect(rows).toContainEqual(["group/test", "write", "organization", "none"]);
  });

  test("the users of an image are staged in its dialog, and others by their name", async ({ page }) => {
    await openReview(page, "Images");
    await button(page, "Users of group/test").click();
    const opened = dialog(page, "Users of group/test");
    const users = opened.getByRole("table", { name: "Users", exact: true });
    await expect(users.getByRole("row")).toHaveCount(5);
    const row = (name: string) => users.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
    await button(row("user02"), "Stage a level: user02").click();
    const question = dialog(page, "Stage for user02 on group/test");
    await field(question, "Level").selectOption({ label: "No permission" });
    await button(question, "Stage").click();
    await expect(row("user02")).toContainText("staged: no permission");
    await expect(status(page)).toHaveText("Staged: 1 edit. 1 in the plan.");

    await button(opened, "Stage for another user…").click();
    const another = dialog(page, "Stage for another user on group/test");
    await field(another, "User").fill("user07");
    await button(another, "Stage").click();
    await button(opened, "Close").click();
    await plan(page, "2 edits").click();
    await expectCells(table(page, "Planned changes"), [
      ["group/test", "user07", "–", "Read", ""],
      ["group/test", "user02", "Write", "–", ""],
    ]);
  });

  test("a level is staged and taken back by keyboard alone, and the focus stays where it was", async ({ page }) => {
    await openReview(page, "Images");
    await button(page, "Users of group/test").focus();
    await page.keyboard.press("Enter");
    const opened = dialog(page, "Users of group/test");
    const stage = button(opened, "Stage a level: user02");
    await stage.focus();
    await page.keyboard.press("Enter");
    const level = field(dialog(page, "Stage for user02 on group/test"), "Level");
    await expect(level).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(level).toHaveValue("1");
    for (const next of ["Tab", "Tab", "Tab", "Enter"]) {
      await page.keyboard.press(next);
    }
    await expect(opened.getByText("staged: Read", { exact: true })).toBeVisible();
    await expect(stage).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(button(opened, "Take back: user02")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(opened.getByText("staged: Read", { exact: true })).toHaveCount(0);
    await expect(stage).toBeFocused();
  });

  test("what one user manages alone gets a successor, and another one where that differs", async ({ page }) => {
    await openUser(page, "admin");
    await button(page, "Off-board").click();
    const question = dialog(page, "Off-board admin");
    await expect(question).toContainText("outside/public: nobody else manages it, so the permission stays.");
    const common = field(question, "Where this user is the only manager");
    await common.selectOption({ label: "Somebody takes over" });
    await button(question, "Stage").click();
    await expect(question).toContainText("The review knows no such user, or several.");
    await field(question, "Who gets Manage").fill("user01");
    await question.getByText(/^Choose for each of \d+ organizations and images$/).click();
    await field(question, "Who takes over outside/public").selectOption({ label: "Somebody takes over" });
    await field(question, "Who gets Manage on outside/public").fill("user02");
    await field(question, "Who takes over outside/shared").selectOption({ label: "Decide later: the permission stays" });
    await button(question, "Stage").click();
    await expect(question).toBeHidden();
    await page.getByRole("link", { name: /^Plan, \d+ edits$/ }).click();
    const rows = async () => (await cells(table(page, "Planned changes"))).map((row) => row.slice(0, 4).join(" "));
    await expect.poll(rows).toContain("outside/public user02 – Manage");
    expect(await rows()).toContain("outside/public admin Manage –");
    expect(await rows()).toContain("group user01 – Manage");
    expect((await rows()).some((row) => row.startsWith("outside/shared admin"))).toBe(false);
  });
});

test.describe("of two thousand images", () => {
  test.use({ emulatorArgs: ["--seed", "review"] });

  test("two groups of images get one list", async ({ page }) => {
    await openReview(page, "Images");
    const hands = new Hands();
    const groups = table(page, "Images").getByRole("row").filter({ hasText: "30 images with the same list" });
    await hands.click(groups.nth(0).getByRole("checkbox"));
    await hands.click(groups.nth(1).getByRole("checkbox"));
    await expect(page.getByText("2 rows selected, 60 images", { exact: true })).toBeVisible();
    await hands.click(button(page, "Make alike"));
    const question = dialog(page, "Make alike");
    await expect(question).toContainText("60 images selected. They get the list of the model.");
    await expect(question).toContainText(/[1-9]\d* edits? will be staged/);
    await expect(field(question, "Model").getByRole("option")).toHaveCount(3);
    await hands.click(button(question, "Stage"));
    await expect(question).toBeHidden();
    expect(hands.count).toBeLessThanOrEqual(10);
    await page.getByRole("link", { name: /^Plan, \d+ edits$/ }).click();
    await expect(page.getByRole("region", { name: "By user" }).getByRole("listitem").first()).toContainText("30 images");

    // A model that is typed.
    await page.getByRole("link", { name: "Access review", exact: true }).click();
    await link(page, "Images").click();
    await groups.nth(0).getByRole("checkbox").check();
    await button(page, "Make alike").click();
    await button(question, "Stage").click();
    await expect(question).toContainText("The review knows no such image.");
    await field(question, "Image").fill("shop/cases/denied");
    await expect(question).toContainText("shop/cases/denied: its list was not read.");
  });

  test("the list of a group is changed for all its images at once", async ({ page }) => {
    await openReview(page, "Images");
    await button(table(page, "Images"), "30 images with the same list").first().click();
    const opened = dialog(page, "30 images with the same list");
    const first = opened.getByRole("table", { name: "Users" }).getByRole("row").nth(1);
    const name = (await first.getByRole("rowheader").textContent()) ?? "";
    await button(first, `Stage a level: ${name}`).click();
    const question = dialog(page, `Stage for ${name} on 30 images`);
    await field(question, "Level").selectOption({ label: "No permission" });
    await expect(question).toContainText("30 edits will be staged.");
    await button(question, "Stage").click();
    await expect(first).toContainText("staged: no permission");
    await expect(status(page)).toHaveText("Staged: 30 edits. 30 in the plan.");
    await button(first, `Take back: ${name}`).click();
    await expect(status(page)).toHaveText("Changed: 30 edits. 0 in the plan.");
    await expect(first).not.toContainText("staged");
  });

  test("somebody with 333 images is off-boarded in a few steps", async ({ page }) => {
    await openUser(page, "disabled01");
    const hands = new Hands();
    await hands.click(button(page, "Off-board"));
    const question = dialog(page, "Off-board disabled01");
    await expect(question).toContainText("disabled01 loses Write on 333 images");
    await hands.click(button(question, "Stage"));
    await hands.click(plan(page, "333 edits"));
    const writes = listenForWrites(page);
    await hands.click(button(page, "Run plan"));
    await hands.click(button(dialog(page, "Run plan"), "Run plan"));
    await expect.poll(() => writes.length).toBeGreaterThan(1);
    // The way to the proof takes three more, as the test below counts.
    expect(hands.count + 3).toBeLessThanOrEqual(8);
    await button(page, "Stop").click();
  });

  test("who has left is proven to be on no list by a second scan, and the proof is a file", async ({ page, emulator }) => {
    test.slow();
    await openUser(page, "deleted03");
    const hands = new Hands();
    await hands.click(button(page, "Off-board"));
    await hands.click(button(dialog(page, "Off-board deleted03"), "Stage"));
    await hands.click(plan(page, "1 edit"));
    const writes = listenForWrites(page);
    await hands.click(button(page, "Run plan"));
    await hands.click(button(dialog(page, "Run plan"), "Run plan"));
    const left = page.getByRole("region", { name: "Off-boarded in this run: 1 user", exact: true });
    await hands.click(left.getByRole("link", { name: "deleted03", exact: true }));
    expect(methods(writes)).toEqual(["DELETE"]);

    // Nobody is proven to have left by what was read before.
    const proof = page.getByRole("region", { name: "Proof", exact: true });
    await expect(page.getByText(/^This was read before the last run of a plan, /)).toBeVisible();
    await expect(proof).toContainText("What was not read proves nothing.");
    await hands.click(button(page, "New scan"));
    await expect(page.getByText("Finished.", { exact: true }).first()).toBeVisible({ timeout: 45_000 });
    await expect(page.getByText(/^This was read before the last run of a plan, /)).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 2, name: "deleted03", exact: true })).toBeVisible();
    await expect(proof).toContainText(/deleted03 is on none of \d+ lists; \d+ could not be read\./);
    await expect(proof).toContainText("shop/cases/denied: denied (HTTP 403");
    await expect(proof).toContainText("Roles and policies of IAM can allow more than any list.");
    await expect(proof).toContainText("shop/cases/public is public: everyone can pull it.");

    const download = page.waitForEvent("download");
    await hands.click(button(proof, "Save proof"));
    expect(hands.count).toBeLessThanOrEqual(8);
    expect((await download).suggestedFilename()).toMatch(/^swr-proof_demo_local_deleted03_\d{4}-\d\d-\d\dT\d{4}\.html$/);
    const file = await saveBy(page, button(proof, "Save proof"));
    await expect(proof.getByText(createHash("sha256").update(file.text).digest("hex"), { exact: true })).toBeVisible();

    // The file is read without the console.
    const reader = await page.context().newPage();
    await reader.setContent(file.text);
    await expect(heading(reader, "Proof that deleted03 is on no list")).toBeVisible();
    expect(file.text).not.toContain("<script");
    for (const fact of ["c18d51d0337220e9704cb962160535a0", "local", "demo", /^admin \(/, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/]) {
      await expect(reader.getByRole("definition").filter({ hasText: fact }).first()).toBeVisible();
    }
    await expect(reader.getByRole("listitem").filter({ hasText: "shop/cases/denied" })).toHaveCount(1);
    expect(await storedLevel(emulator, "deleted03", "/v2/manage/namespaces/shop/repos/cases$deleted-user/access")).toBeUndefined();
  });

  test("somebody whom nobody knows is proven to be on no list, too", async ({ page }) => {
    await signIn(page, { at: "/review/people/0123456789abcdef0123456789abcdef" });
    await button(page, "Start scan").click();
    const proof = page.getByRole("region", { name: "Proof", exact: true });
    await expect(proof).toBeVisible({ timeout: 45_000 });
    await expect(proof).toContainText(/^Proof0123456789abcdef0123456789abcdef is on none of \d+ lists; \d+ could not be read\./);
    await expect(proof).toContainText("The user's name is not known here, so it is not known what they have created.");
  });
});
