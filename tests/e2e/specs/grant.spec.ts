// Granting: one user, several at once, by picker, by hand and by paste; and what is sent.
import { listenForGrants, storedLevel } from "../support/api.ts";
import { button, cells, expectCells, signIn, table } from "../support/console.ts";
import { discard, openGrant } from "../support/grant.ts";
import { ID, STRANGERS, TEST_IMAGE } from "../support/seed.ts";
import { tokenOf } from "../support/session.ts";
import { expect, test } from "../support/test.ts";

const PERMISSIONS = "Permissions of group/test";
const GRANT_PATH = "/v2/manage/namespaces/group/repos/test/access";

test("one user is granted Read by one exact request", async ({ page, emulator }) => {
  await signIn(page, { at: TEST_IMAGE });
  const requests = listenForGrants(page);
  const dialog = await openGrant(page);
  await expect(dialog.name(1), "one can type at once").toBeFocused();
  await expect(dialog.level(1).getByRole("option", { selected: true })).toHaveText("Read");
  await expect(dialog.level(1).getByRole("option")).toHaveText(["Read", "Write", "Manage"]);
  await dialog.fill(1, "user05", ID.user05);
  await dialog.grant.click();
  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted Read to user05.");
  await expect(dialog.root).toHaveCount(0);
  await expectCells(table(page, PERMISSIONS), [
    ["admin You", ID.admin, "Manage"],
    ["user01", ID.user01, "Manage"],
    ["user02", ID.user02, "Write"],
    ["user03", ID.user03, "Read"],
    ["user05", ID.user05, "Read"],
  ]);
  await expect(button(page, "Grant permission")).toBeFocused();
  expect(requests).toHaveLength(1);
  expect(new URL(requests[0]?.url() ?? "").pathname).toBe(GRANT_PATH);
  expect(requests[0]?.postData()).toBe(`[{"user_id":"${ID.user05}","user_name":"user05","auth":1}]`);
  expect(await storedLevel(emulator, "user05")).toBe(1);
});

test("three users are granted by one request", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const requests = listenForGrants(page);
  const dialog = await openGrant(page);
  await dialog.fill(1, "user05", ID.user05);
  await button(dialog.root, "Add another user").click();
  await expect(dialog.name(2)).toBeFocused();
  await dialog.fill(2, "user06", ID.user06);
  await dialog.level(2).selectOption({ label: "Write" });
  await button(dialog.root, "Add another user").click();
  await dialog.fill(3, "user07", ID.user07);
  await dialog.level(3).selectOption({ label: "Manage" });
  await button(dialog.root, "Add another user").click();
  await expect(dialog.row(4), "an empty row too many is no mistake").toBeVisible();
  await dialog.grant.click();
  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted permissions to 3 users.");
  await expect
    .poll(async () => (await cells(table(page, PERMISSIONS))).slice(4))
    .toEqual([
      ["user05", ID.user05, "Read"],
      ["user06", ID.user06, "Write"],
      ["user07", ID.user07, "Manage"],
    ]);
  expect(requests.map((request) => request.postDataJSON() as unknown)).toEqual([
    [
      { user_id: ID.user05, user_name: "user05", auth: 1 },
      { user_id: ID.user06, user_name: "user06", auth: 3 },
      { user_id: ID.user07, user_name: "user07", auth: 7 },
    ],
  ]);
});

test("rows granted just now are in sight, whatever the table was filtered by", async ({ page }) => {
  await signIn(page, { at: `${TEST_IMAGE}?q=user01&level=manage` });
  await expectCells(table(page, PERMISSIONS), [["user01", ID.user01, "Manage"]]);
  const dialog = await openGrant(page);
  await dialog.fill(1, "user05", ID.user05);
  await dialog.grant.click();
  await expect(table(page, PERMISSIONS).getByText("user05", { exact: true })).toBeInViewport();
});

test("what was said about a grant stays for five seconds", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.fill(1, "user05", ID.user05);
  await page.clock.install();
  await dialog.grant.click();
  const said = "Creation successful. Granted Read to user05.";
  await expect(page.getByRole("status")).toHaveText(said);
  await page.clock.runFor(5000);
  await expect(page.getByRole("status")).toHaveText(said);
});

test("a row can be taken out again, and the others keep what was typed", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.fill(1, "user05", ID.user05);
  await button(dialog.root, "Add another user").click();
  await dialog.fill(2, "user06", ID.user06);
  await button(dialog.root, "Add another user").click();
  await dialog.fill(3, "user07", ID.user07);
  await button(dialog.root, "Remove user 2").click();
  await expect(dialog.row(3)).toHaveCount(0);
  await expect(dialog.name(1)).toHaveValue("user05");
  await expect(dialog.name(2)).toHaveValue("user07");
  await expect(dialog.id(2)).toHaveValue(ID.user07);
  await expect(dialog.name(1), "the focus is not lost with the button").toBeFocused();
});

test("the dialog shows the exact request, and of the token only its end", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const requests = listenForGrants(page);
  const dialog = await openGrant(page);
  await dialog.root.getByText("Request", { exact: true }).click();
  await expect(dialog.root.getByText("Complete the fields to see the request.")).toBeVisible();
  await dialog.fill(1, 'us"er', STRANGERS[0]);
  await dialog.level(1).selectOption({ label: "Manage" });
  const body = `[{"user_id":"${STRANGERS[0]}","user_name":"us\\"er","auth":7}]`;
  const shown = dialog.root.getByText(`POST ${GRANT_PATH}`);
  await expect(shown).toContainText(body);
  const token = await tokenOf(page);
  await expect(shown).toContainText(`X-Auth-Token: ••••${token.slice(-4)}`);
  await expect(shown).not.toContainText(token.slice(0, 12));
  await dialog.grant.click();
  await expect(dialog.root).toHaveCount(0);
  expect(requests[0]?.postData(), "what is shown is what is sent").toBe(body);
});

for (const way of ["Cancel", "Escape"]) {
  test(`${way} asks before it closes over what was typed, and the focus returns`, async ({ page }) => {
    await signIn(page, { at: TEST_IMAGE });
    const requests = listenForGrants(page);
    const dialog = await openGrant(page);
    await dialog.fill(1, "user05", ID.user05);
    await (way === "Cancel" ? dialog.cancel.click() : page.keyboard.press("Escape"));
    await discard(page);
    await expect(dialog.root).toHaveCount(0);
    await expect(button(page, "Grant permission")).toBeFocused();
    await expect((await openGrant(page)).name(1), "the next one begins again").toHaveValue("");
    expect(requests).toHaveLength(0);
  });
}
