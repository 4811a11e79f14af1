// A user's name and ID belong together, however they came into the dialog.
import { listenForGrants } from "../support/api.ts";
import { paste } from "../support/clipboard.ts";
import { button, signIn } from "../support/console.ts";
import { openGrant } from "../support/grant.ts";
import { ID, imageAt, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

test("a picked name that is typed over takes its ID along", async ({ page }) => {
  // user05 was picked, user06 typed over the name: the grant went to user05's id under the name of user06.
  await signIn(page, { at: imageAt("busybox") });
  const requests = listenForGrants(page);
  const dialog = await openGrant(page);
  await dialog.name(1).pressSequentially("user05");
  await dialog.suggestions.getByRole("option", { name: /user05/ }).click();
  await expect(dialog.id(1)).toHaveValue(ID.user05);
  await dialog.name(1).press("ControlOrMeta+A");
  await dialog.name(1).pressSequentially("user06");
  await expect(dialog.id(1), "it was user05's").toHaveValue("");
  await page.keyboard.press("Tab");
  await expect(dialog.id(1)).toHaveValue(ID.user06);
  await dialog.level(1).selectOption({ label: "Manage" });
  await dialog.grant.click();
  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted Manage to user06.");
  expect(requests[0]?.postDataJSON()).toEqual([{ user_id: ID.user06, user_name: "user06", auth: 7 }]);
});

test("an ID that belongs to somebody else stops until it is decided", async ({ page }) => {
  await signIn(page, { at: imageAt("busybox") });
  const requests = listenForGrants(page);
  const dialog = await openGrant(page);
  await dialog.name(1).focus();
  await paste(page, `user05,${ID.user06},manage`);
  await expect(dialog.id(1)).toHaveAccessibleDescription("This ID belongs to user06.");
  await dialog.grant.click();
  await expect(dialog.id(1)).toBeFocused();
  expect(requests).toHaveLength(0);
  await button(dialog.root, "Use user06").click();
  await expect(dialog.name(1)).toHaveValue("user06");
  await expect(dialog.id(1)).toBeFocused();
  await dialog.grant.click();
  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted Manage to user06.");
});

test("a contradicting pair is sent as typed once somebody says so", async ({ page }) => {
  await signIn(page, { at: imageAt("busybox") });
  const requests = listenForGrants(page);
  const dialog = await openGrant(page);
  await dialog.fill(1, "alias", ID.user06);
  await button(dialog.root, "Keep as typed").click();
  await expect(dialog.id(1)).not.toHaveAttribute("aria-invalid");
  await dialog.grant.click();
  await expect(page.getByRole("status")).toHaveText("Creation successful. Granted Read to alias.");
  expect(requests[0]?.postDataJSON()).toEqual([{ user_id: ID.user06, user_name: "alias", auth: 1 }]);
});

test("an ID in capital letters is the same person", async ({ page }) => {
  // It was granted beside the one in small letters, and the table had two rows of one person.
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.fill(1, "user01", ID.user01.toUpperCase());
  await expect(dialog.id(1)).toHaveAccessibleDescription(/^Already has Manage\./);
});

test("a name in another letter case finds its user", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.name(1).pressSequentially("User05");
  await page.keyboard.press("Tab");
  await expect(dialog.id(1)).toHaveValue(ID.user05);
  await expect(dialog.name(1)).toHaveValue("user05");
});

test("an ID typed alone brings the name along", async ({ page }) => {
  await signIn(page, { at: TEST_IMAGE });
  const dialog = await openGrant(page);
  await dialog.id(1).fill(ID.user07);
  await dialog.level(1).focus();
  await expect(dialog.name(1)).toHaveValue("user07");
});
