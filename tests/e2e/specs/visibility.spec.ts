// Public images: said wherever someone may think that the list of users decides, and changed with a question.
import { changeElsewhere } from "../support/api.ts";
import { expectLines } from "../support/change.ts";
import { button, dialog, expectColumn, field, heading, signIn, table } from "../support/console.ts";
import { setFaults } from "../support/control.ts";
import { askToUndo, entries, openJournal } from "../support/journal.ts";
import { request as requestText } from "../support/outside.ts";
import { elsewhere, listenForOutsideWrites, open, PUBLIC_IMAGE, reach, sent, SHARED_IMAGE } from "../support/outside.ts";
import { expectProblem } from "../support/problem.ts";
import { TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

const REPO = "/v2/manage/namespaces/outside/repos/public";

test("the head of an image says who can pull without a permission", async ({ page }) => {
  await signIn(page, { at: PUBLIC_IMAGE });
  await expect(reach(page)).toHaveText("Public: anyone can pull");
  await expect(page.getByText("This image is public: anyone can pull it, and Read gives nothing more.")).toBeVisible();
  await page.goto(SHARED_IMAGE);
  await expect(reach(page)).toHaveText("Shared with 2 accounts (1 expired)");
  await page.goto(TEST_IMAGE);
  await expect(reach(page)).toHaveText("Private");
});

// The page called an image private whose shares it had not been able to read.
test("what could not be read is unknown, never private", async ({ page, emulator }) => {
  await setFaults(emulator, { path: "/v2/manage/namespaces/*/access-domains", fault: "status", status: 403 });
  await signIn(page, { at: TEST_IMAGE });
  await expect(reach(page)).toHaveText("Not public · sharing unknown");
  await setFaults(emulator, { path: "/v2/manage/namespaces/group/repos/test", fault: "status", status: 403 });
  await page.reload();
  await expect(reach(page)).toHaveText("Visibility unknown");
  await expect(button(page, "Make public"), "from what is not known nothing is changed").toHaveCount(0);
});
test.use({ emulatorArgs: ["--control"] });

test("the list of images shows and filters it", async ({ page }) => {
  await signIn(page, { at: "/organizations/outside" });
  const images = table(page, "Images of outside");
  await expectColumn(images, 1, ["Public", "Shared"]);
  const show = page.getByRole("combobox", { name: "Visibility", exact: true });
  await show.selectOption("Shared");
  await expectColumn(images, 0, ["shared"]);
  expect(new URL(page.url()).search).toBe("?show=shared");
  await show.selectOption("Public");
  await expectColumn(images, 0, ["public"]);
  await show.selectOption("All images");
  await expectColumn(images, 0, ["public", "shared"]);
});

test("an image whose sharing could not be read is not called private in the list", async ({ page, emulator }) => {
  await setFaults(emulator, { path: "/v2/manage/shared-repositories?*", fault: "status", status: 403 });
  await signIn(page, { at: "/organizations/outside" });
  await expectColumn(table(page, "Images of outside"), 1, ["Public", "Not public"]);
  await expect(page.getByText("Couldn't read which images are shared with other accounts.")).toBeVisible();
});

// The console said of a user of a public image that they can no longer pull, which is false.
test("who loses Read on a public image can still pull, and effective access says so", async ({ page }) => {
  await signIn(page, { at: PUBLIC_IMAGE });
  await button(page, "Revoke user05").click();
  const asking = dialog(page, "Revoke permission");
  await expectLines(asking, ["user05 Read → Nothing can still pull: the image is public"]);
  await button(asking, "Cancel").click();
  await page.getByRole("switch", { name: "Effective access" }).click();
  await expect(page.getByText("Anyone: pull, because the image is public.")).toBeVisible();
});

test("making an image private says what changes, is sent once with what was read, and can be undone", async ({
  page,
  emulator,
}) => {
  await elsewhere(emulator, "PATCH", REPO, { category: "database", description: "a “text”", is_public: true });
  await signIn(page, { at: PUBLIC_IMAGE });
  const writes = listenForOutsideWrites(page);
  const asking = await open(page, "Make private");
  await expect(asking).toContainText("Only users with a permission, and the accounts that outside/public is shared with");
  await button(asking, "Make private").click();
  await expect(page.getByRole("status")).toHaveText("outside/public is now private.");
  await expect(asking).toHaveCount(0);
  await expect(reach(page)).toHaveText("Private");
  const body = { category: "database", description: "a “text”", is_public: false };
  expect(sent(writes)).toEqual([["PATCH", REPO, body]]);
  expect(await elsewhere(emulator, "GET", REPO)).toMatchObject(body);

  await openJournal(page);
  await expect(entries(page)).toHaveText(["1. Made outside/public private"]);
  const undoing = await askToUndo(page, 1);
  await button(undoing, "Undo").click();
  await expect(field(undoing, "Type public to confirm"), "everyone could pull again").toHaveAttribute("aria-invalid", "true");
  await field(undoing, "Type public to confirm").fill("public");
  await button(undoing, "Undo").click();
  await expect(entries(page)).toHaveText(["2. Made outside/public public", "1. Made outside/public private"]);
  await expect.poll(() => elsewhere(emulator, "GET", REPO)).toMatchObject({ ...body, is_public: true });
});

test("making an image public takes its name", async ({ page }) => {
  await signIn(page, { at: SHARED_IMAGE });
  const writes = listenForOutsideWrites(page);
  const asking = await open(page, "Make public");
  await expect(asking).toContainText("Anyone on the internet will be able to pull outside/shared");
  await button(asking, "Make public").click();
  await expect(field(asking, "Type shared to confirm")).toHaveAttribute("aria-invalid", "true");
  expect(writes).toHaveLength(0);
  await field(asking, "Type shared to confirm").fill("shared");
  await button(asking, "Make public").click();
  await expect(page.getByRole("status")).toHaveText("outside/shared is now public.");
  await expect(reach(page)).toHaveText("Public: anyone can pull · Shared with 2 accounts (1 expired)");
});

test("a description that someone else changed meanwhile is not overwritten", async ({ page, emulator }) => {
  await signIn(page, { at: PUBLIC_IMAGE });
  const writes = listenForOutsideWrites(page);
  const asking = await open(page, "Make private");
  await elsewhere(emulator, "PATCH", REPO, { category: "linux", description: "newer", is_public: true });
  await button(asking, "Make private").click();
  await expect(asking.getByRole("alert")).toContainText("Someone else changed this. Nothing was sent. It is now public.");
  expect(writes).toHaveLength(0);
  await button(asking, "Make private").click();
  await expect(page.getByRole("status")).toHaveText("outside/public is now private.");
  expect(await elsewhere(emulator, "GET", REPO)).toMatchObject({ category: "linux", description: "newer" });
});

test("who may not change it is told which right that takes, and the dialog stays", async ({ page }) => {
  await signIn(page, { user: "user05", at: PUBLIC_IMAGE });
  const asking = await open(page, "Make private");
  await button(asking, "Make private").click();
  const alert = await expectProblem(asking, "Permission denied.");
  await expect(alert).toContainText("Making an image public or private needs Write on the image or its organization.");
  await expect(heading(page, "outside/public")).toBeVisible();
});

test("an answer that is lost is not repeated, and what is there decides", async ({ page, emulator }) => {
  await signIn(page, { at: PUBLIC_IMAGE });
  await setFaults(emulator, { method: "PATCH", path: REPO, fault: "status", status: 502, store: true });
  const writes = listenForOutsideWrites(page);
  const asking = await open(page, "Make private");
  await button(asking, "Make private").click();
  await expect(page.getByRole("status")).toHaveText("outside/public is now private.");
  await expect(reach(page)).toHaveText("Private");
  expect(sent(writes)).toHaveLength(1);
});

test("the request is shown as it is sent, for other tools too", async ({ page }) => {
  await signIn(page, { at: PUBLIC_IMAGE });
  const asking = await open(page, "Make private");
  await expect(await requestText(asking, "HTTP")).toContainText(`PATCH ${REPO}`);
  await expect(await requestText(asking, "KooCLI")).toContainText("hcloud SWR UpdateRepo");
  await expect(await requestText(asking, "Terraform")).toContainText('resource "huaweicloud_swr_repository"');
});

// Someone who looks at a list of users does not see the visibility change; the page reads it again with the list.
test("Refresh reads the visibility again", async ({ page, emulator }) => {
  await signIn(page, { at: PUBLIC_IMAGE });
  await expect(reach(page)).toHaveText("Public: anyone can pull");
  await elsewhere(emulator, "PATCH", REPO, { is_public: false });
  await changeElsewhere(emulator, "user05", 3, `${REPO}/access`);
  await button(page, "Refresh").click();
  await expect(reach(page)).toHaveText("Private");
});
