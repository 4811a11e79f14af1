// The accounts that an image is shared with: all their users can pull it, so the list of users is not the whole truth.
import { button, dialog, expectColumn, field, heading, signIn } from "../support/console.ts";
import { setFaults } from "../support/control.ts";
import { discard } from "../support/grant.ts";
import { askToUndo, entries, openJournal } from "../support/journal.ts";
import { accounts, day, elsewhere, listenForOutsideWrites, open, reach, request, sent } from "../support/outside.ts";
import { SHARED_IMAGE, SHARES, SHARING, storedShares } from "../support/outside.ts";
import { expectProblem } from "../support/problem.ts";
import { expect, test } from "../support/test.ts";

test.use({ emulatorArgs: ["--control"] });

test("the accounts are listed with their ends, and those whose time is over are marked", async ({ page }) => {
  await signIn(page, { at: SHARED_IMAGE });
  await page.getByRole("link", { name: "Sharing", exact: true }).click();
  await expect(page).toHaveURL(SHARING);
  await expect(page).toHaveTitle(/^Sharing of outside\/shared/);
  const table = accounts(page);
  await expect(table.getByRole("columnheader")).toHaveText([/^Account/, "Access", /^Until/, "Description", "Actions"]);
  await expectColumn(table, 0, ["contractor", "partner"]);
  await expectColumn(table, 1, ["Pull", "Pull"]);
  await expectColumn(table, 2, ["2024-01-31 Expired", "No end"]);
  await page.getByRole("link", { name: "Permissions", exact: true }).click();
  await expect(page).toHaveURL(SHARED_IMAGE);
});

test("sharing proposes a month, sends the end of that day, and the list shows it", async ({ page, emulator }) => {
  await signIn(page, { at: SHARING });
  const writes = listenForOutsideWrites(page);
  const sharing = await open(page, "Share with account");
  const until = field(sharing, "Until");
  const proposed = await until.inputValue();
  const days = (Date.parse(proposed) - Date.parse(day(0))) / 86_400_000;
  expect(days, proposed).toBeGreaterThanOrEqual(28);
  expect(days, proposed).toBeLessThanOrEqual(31);
  await field(sharing, "Account").fill(" auditor ");
  await field(sharing, "Description").fill("ticket 7");
  await until.fill(day(10));
  await expect(sharing).toContainText(`All users of auditor can pull outside/shared, until ${day(10)}.`);
  await button(sharing, "Share").click();
  await expect(page.getByRole("status")).toHaveText("Shared with auditor.");
  await expect(sharing).toHaveCount(0);
  const body = { access_domain: "auditor", permit: "read", deadline: `${day(10)}T23:59:59Z`, description: "ticket 7" };
  expect(sent(writes)).toEqual([["POST", SHARES, body]]);
  await expectColumn(accounts(page), 0, ["auditor", "contractor", "partner"]);
  await expect(reach(page)).toHaveText("Shared with 3 accounts (1 expired)");
  expect(await storedShares(emulator)).toContainEqual(["auditor", `${day(10)}T23:59:59Z`]);
});

for (const timezoneId of ["Pacific/Auckland", "America/Los_Angeles"]) {
  test.describe(`in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test("a last day is one of UTC, and its end is said in the reader's time", async ({ page }) => {
      await signIn(page, { at: SHARING });
      const writes = listenForOutsideWrites(page);
      const sharing = await open(page, "Share with account");
      await field(sharing, "Account").fill("auditor");
      await field(sharing, "Until").fill(day(10));
      const there = new Date(`${day(10)}T23:59:59Z`).toLocaleString("sv-SE", { timeZone: timezoneId });
      await expect(sharing).toContainText(`It ends on ${there.slice(0, 16)} in your time zone.`);
      await button(sharing, "Share").click();
      await expectColumn(accounts(page), 2, [day(10), "2024-01-31 Expired", "No end"]);
      expect(sent(writes)).toMatchObject([["POST", SHARES, { deadline: `${day(10)}T23:59:59Z` }]]);
    });
  });
}

test("sharing without an end takes the image's name", async ({ page }) => {
  await signIn(page, { at: SHARING });
  const writes = listenForOutsideWrites(page);
  const sharing = await open(page, "Share with account");
  await field(sharing, "Account").fill("auditor");
  await field(sharing, "No end").check();
  await expect(field(sharing, "Until")).toHaveCount(0);
  await button(sharing, "Share").click();
  await expect(field(sharing, "Type shared to confirm")).toHaveAttribute("aria-invalid", "true");
  await field(sharing, "Type shared to confirm").fill("shared");
  await button(sharing, "Share").click();
  await expect(page.getByRole("status")).toHaveText("Shared with auditor.");
  expect(sent(writes)).toHaveLength(1);
  await expectColumn(accounts(page), 2, ["No end", "2024-01-31 Expired", "No end"]);
});

const FAULTS: { what: string; account: string; until: string; field: string; said: RegExp }[] = [
  { what: "no account", account: " ", until: day(1), field: "Account", said: /^Enter the name of an account\.$/ },
  { what: "the own account", account: "demo", until: day(1), field: "Account", said: /^This is your own account\./ },
  { what: "a listed account", account: "partner", until: day(1), field: "Account", said: /already shared with this account/ },
  { what: "a way out of the path", account: "..", until: day(1), field: "Account", said: /^This can't be the name/ },
  { what: "a day that is over", account: "x", until: day(-1), field: "Until", said: /^This day is over\./ },
  { what: "no day", account: "x", until: "", field: "Until", said: /^Choose the last day/ },
];

for (const fault of FAULTS) {
  test(`${fault.what} is refused before anything is sent`, async ({ page }) => {
    await signIn(page, { at: SHARING });
    await expect(accounts(page)).toBeVisible();
    const writes = listenForOutsideWrites(page);
    const sharing = await open(page, "Share with account");
    await field(sharing, "Account").fill(fault.account);
    await field(sharing, "Until").fill(fault.until);
    await button(sharing, "Share").click();
    await expect(field(sharing, fault.field)).toHaveAttribute("aria-invalid", "true");
    await expect(sharing.getByText(fault.said)).toBeVisible();
    expect(writes).toHaveLength(0);
  });
}

test("changing an end keeps the description, and undo leads back", async ({ page, emulator }) => {
  await elsewhere(emulator, "PATCH", `${SHARES}/partner`, { permit: "read", deadline: "forever", description: "build" });
  await signIn(page, { at: SHARING });
  const writes = listenForOutsideWrites(page);
  const changing = await open(page, "Change partner");
  await expect(field(changing, "Account")).toHaveAttribute("readonly");
  await expect(field(changing, "Description")).toHaveValue("build");
  await field(changing, "No end").uncheck();
  await field(changing, "Until").fill(day(5));
  await button(changing, "Save").click();
  await expect(page.getByRole("status")).toHaveText("Changed the sharing with partner.");
  const body = { permit: "read", deadline: `${day(5)}T23:59:59Z`, description: "build" };
  expect(sent(writes)).toEqual([["PATCH", `${SHARES}/partner`, body]]);

  await openJournal(page);
  await expect(entries(page)).toHaveText(["1. Changed the sharing of outside/shared with partner"]);
  await expect(page.getByText(`shared without end (“build”) → shared until ${day(5)} (“build”)`)).toBeVisible();
  const undoing = await askToUndo(page, 1);
  await field(undoing, "Type shared to confirm").fill("shared");
  await button(undoing, "Undo").click();
  await expect(entries(page)).toHaveCount(2);
  await expect.poll(() => storedShares(emulator)).toContainEqual(["partner", "forever"]);
});

test("ending a share says who loses what, and undo shares again", async ({ page, emulator }) => {
  await signIn(page, { at: SHARING });
  const writes = listenForOutsideWrites(page);
  const stopping = await open(page, "Stop sharing partner");
  await expect(stopping).toContainText("Users of partner can no longer pull outside/shared, unless it is public.");
  await expect(await request(stopping, "HTTP")).toHaveText(/^DELETE .*\/access-domains\/partner\n/);
  await button(stopping, "Stop sharing").click();
  await expect(page.getByRole("status")).toHaveText("No longer shared with partner.");
  expect(sent(writes)).toEqual([["DELETE", `${SHARES}/partner`, null]]);
  await expectColumn(accounts(page), 0, ["contractor"]);
  await openJournal(page);
  const undoing = await askToUndo(page, 1);
  await field(undoing, "Type shared to confirm").fill("shared");
  await button(undoing, "Undo").click();
  await expect(entries(page)).toHaveText([
    "2. Shared outside/shared with partner",
    "1. Stopped sharing outside/shared with partner",
  ]);
  await expect.poll(() => storedShares(emulator)).toContainEqual(["partner", "forever"]);
});

test("someone else was faster: nothing is sent, and what is there now is said", async ({ page, emulator }) => {
  await signIn(page, { at: SHARING });
  const writes = listenForOutsideWrites(page);
  const stopping = await open(page, "Stop sharing partner");
  const deadline = `${day(3)}T23:59:59Z`;
  await elsewhere(emulator, "PATCH", `${SHARES}/partner`, { permit: "read", deadline, description: "" });
  await button(stopping, "Stop sharing").click();
  await expect(stopping.getByRole("alert")).toContainText(`It is now shared until ${day(3)}.`);
  expect(writes).toHaveLength(0);
  await button(stopping, "Stop sharing").click();
  await expect(page.getByRole("status")).toHaveText("No longer shared with partner.");
});

test("who may not share is told which right it takes, and what was typed stays", async ({ page }) => {
  await signIn(page, { user: "user06", at: SHARING });
  const sharing = await open(page, "Share with account");
  await field(sharing, "Account").fill("auditor");
  await button(sharing, "Share").click();
  const alert = await expectProblem(sharing, "Permission denied.");
  await expect(alert).toContainText("needs Manage on the image or its organization");
  await expect(field(sharing, "Account")).toHaveValue("auditor");
  await page.keyboard.press("Escape");
  await discard(page);
  await expect(sharing).toHaveCount(0);
});

test("accounts that make the service fail show its failure, and nothing is repeated", async ({ page }) => {
  await signIn(page, { at: SHARING });
  const writes = listenForOutsideWrites(page);
  const sharing = await open(page, "Share with account");
  const cases: [string, string][] = [
    ["denied", "Permission denied."],
    ["conflict", "The image is already shared with this account."],
    ["error-400", "Request error."],
    ["error-500", "Internal error."],
  ];
  for (const [account, headline] of cases) {
    await field(sharing, "Account").fill(account);
    await button(sharing, "Share").click();
    await expect(sharing.getByRole("alert").getByRole("paragraph").first()).toHaveText(headline);
  }
  expect(writes).toHaveLength(cases.length);
});

test("a list that can't be read is a problem with a way on, and an image that is gone says so", async ({ page, emulator }) => {
  await setFaults(emulator, { path: SHARES, fault: "status", status: 500 });
  await signIn(page, { at: SHARING });
  await expectProblem(page.getByRole("main"), "Internal error.");
  await setFaults(emulator);
  await button(page, "Try again").click();
  await expect(accounts(page)).toBeVisible();
  await page.goto("/organizations/outside/images/gone/sharing");
  await expectProblem(page.getByRole("main"), "The image does not exist.");
});

test("by keyboard alone: from the image to a share and back to the focus", async ({ page }) => {
  await signIn(page, { at: SHARING });
  await expect(accounts(page)).toBeVisible();
  await button(page, "Share with account").focus();
  await page.keyboard.press("Enter");
  const sharing = dialog(page, "Share with account");
  await expect(field(sharing, "Account")).toBeFocused();
  await page.keyboard.type("auditor");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("Shared with auditor.");
  await expect(button(page, "Share with account")).toBeFocused();
  await expect(heading(page, "outside/shared")).toBeVisible();
});
