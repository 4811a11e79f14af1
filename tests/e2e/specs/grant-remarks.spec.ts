// What the grant dialog points out before anything is sent, what it only advises, and that it sends once.
import { listenForGrants, storedLevel } from "../support/api.ts";
import { button, signIn } from "../support/console.ts";
import { grantDialog, openGrant } from "../support/grant.ts";
import { expectProblem } from "../support/problem.ts";
import { ID, STRANGERS, TEST_IMAGE, type User } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

test("people who have a permission are pointed out with their level, and can be left out", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const requests = listenForGrants(page);
  const dialog = await openGrant(page);
  await dialog.fill(1, "user02", ID.user02);
  await expect(dialog.id(1)).toHaveAccessibleDescription(
    "Already has Write. The service may refuse the whole request.",
  );
  await expect(button(dialog.root, "Leave this user out")).toBeVisible();
  await button(dialog.root, "Add another user").click();
  await dialog.fill(2, "user05", ID.user05);
  await button(dialog.root, "Add another user").click();
  await dialog.fill(3, "user03", ID.user03);
  await expect(dialog.id(3)).toHaveAccessibleDescription("Already has Read. The service may refuse the whole request.");
  await button(dialog.root, "Leave these 2 users out").click();
  await expect(dialog.row(2)).toHaveCount(0);
  await expect(dialog.name(1)).toHaveValue("user05");
  await dialog.grant.click();
  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted Read to user05.");
  expect(requests.map((request) => request.postDataJSON() as unknown)).toEqual([
    [{ user_id: ID.user05, user_name: "user05", auth: 1 }],
  ]);
});

test("granting to oneself is pointed out, and left to the service to refuse", async ({ page }) => {
  await signIn(page, { user: "user01", at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.fill(1, "user01", ID.user01);
  await expect(dialog.id(1)).toHaveAccessibleDescription(
    "This is you. You can't grant permissions to yourself.",
  );
  await dialog.grant.click();
  await expectProblem(dialog.root, "Permission denied.");
  await expect(dialog.id(1)).toHaveValue(ID.user01);
});

test("an unusual id is a warning and no stop", async ({ page, emulator }) => {
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.fill(1, "robot", "not-hex");
  await expect(dialog.id(1)).toHaveAccessibleDescription(/^User IDs usually have 32 digits/);
  await expect(dialog.id(1)).not.toHaveAttribute("aria-invalid");
  await dialog.grant.click();
  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted Read to robot.");
  expect(await storedLevel(emulator, "robot")).toBe(1);
});

test("a warning that appears on leaving the id does not swallow the click on Grant", async ({ page }) => {
  // The warning under the id appeared when the mouse went down on "Grant" and the id lost the focus. It moved the
  // button away under the pointer, so that the click went nowhere and nothing happened.
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.fill(1, "robot", "not-hex");
  await dialog.grant.click();
  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted Read to robot.");
});

const advice: { user: User; says: RegExp }[] = [
  { user: "admin", says: /You can grant here: you have Manage on the organization\./ },
  { user: "user04", says: /You can grant here: you have Write on the organization\./ },
  { user: "user01", says: /You can grant here: you have Manage on this image\./ },
  { user: "user02", says: /You probably can't grant permissions here\. .* or an account administrator\./ },
];
for (const { user, says } of advice) {
  test(`whether ${user} may grant is said before anything is typed, and disables nothing`, async ({ page }) => {
    await signIn(page, { user, at: TEST_IMAGE });
    const dialog = await openGrant(page);
    await expect(dialog.root).toContainText(says);
    await expect(dialog.grant).toBeEnabled();
    await expect(dialog.grant).not.toHaveAttribute("aria-disabled", "true");
  });
}

test("a double click sends one request", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const requests = listenForGrants(page);
  const dialog = await openGrant(page);
  await dialog.fill(1, "slow", STRANGERS[0]);
  await dialog.grant.dblclick();
  await expect(dialog.grant).toHaveAttribute("aria-disabled", "true");
  await dialog.grant.click({ force: true });
  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted Read to slow.");
  expect(requests).toHaveLength(1);
});

test("Enter twice sends one request, and nothing closes the dialog while it runs", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const requests = listenForGrants(page);
  const dialog = await openGrant(page);
  await dialog.fill(1, "slow", STRANGERS[0]);
  await dialog.id(1).press("Enter");
  await dialog.id(1).press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await dialog.cancel.click({ force: true });
  await expect(dialog.root, "the outcome would be lost with it").toBeVisible();
  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted Read to slow.");
  await expect(dialog.root).toHaveCount(0);
  expect(requests).toHaveLength(1);
});

test("a failure keeps everything that was typed, and reads the table again", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.fill(1, "user05", ID.user05);
  await dialog.level(1).selectOption({ label: "Manage" });
  await button(dialog.root, "Add another user").click();
  await dialog.fill(2, "denied", STRANGERS[1]);
  const read = page.waitForRequest((request) => request.method() === "GET" && request.url().endsWith("/access"));
  await dialog.grant.click();
  await expectProblem(dialog.root, "Permission denied.");
  await read;
  await expect(dialog.name(1)).toHaveValue("user05");
  await expect(dialog.id(1)).toHaveValue(ID.user05);
  await expect(dialog.level(1).getByRole("option", { selected: true })).toHaveText("Manage");
  await expect(dialog.name(2)).toHaveValue("denied");
  await dialog.name(2).fill("robot");
  await dialog.grant.click();
  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted permissions to 2 users.");
  await expect(grantDialog(page).root).toHaveCount(0);
});
