// The access review: one dated reading of everything, and who can reach what by it.
import { button, cells, dialog, field, heading, signIn, table } from "../support/console.ts";
import { setFaults } from "../support/control.ts";
import { readTable, save } from "../support/file.ts";
import { link, scan } from "../support/review.ts";
import { PASSWORD } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";

test.describe("of two thousand images", () => {
  test.use({ emulatorArgs: ["--seed", "review", "--control"] });

  test("a scan reads everything once, and says what it could not read", async ({ page }) => {
    await signIn(page);
    await page.getByRole("link", { name: "Access review", exact: true }).click();
    await expect(heading(page, "Access review")).toBeVisible();
    await expect(field(page, "shop")).toBeChecked();
    await expect(page.getByText(/^About 20\d\d requests, which take some /)).toBeVisible();
    await scan(page);
    const coverage = page.getByRole("region", { name: "Coverage" });
    const sums = coverage.getByRole("table", { name: "What was read" });
    await expect(sums.getByRole("columnheader")).toHaveText(["Organizations", "Images"]);
    expect((await cells(sums)).slice(1)).toEqual([["5", "2000"], ["5", "1996"], ["0", "1"], ["0", "0"], ["0", "3"], ["0", "0"]]);
    await expect(sums.getByRole("rowheader")).toHaveText(["Listed", "Read", "Denied", "Gone", "Failed", "Not yet"]);
    await expect(coverage).toContainText("Incomplete: something was not read.");
    await expect(coverage).toContainText("shop/cases/denied: denied (HTTP 403, SVCSTG.SWR.4037020)");
    await expect(coverage).toContainText("platform/cases/failing: HTTP 500");
    await expect(page.getByText(/1996 of 2000 images read · 4 not read$/)).toBeVisible();
  });

  test("people, what one of them reaches, and images with the same list", async ({ page }) => {
    await signIn(page, { at: "/review/people" });
    await expect(page.getByText("Nothing has been read yet", { exact: true })).toBeVisible();
    await link(page, "Overview").click();
    await scan(page);
    await link(page, "People").click();
    await page.getByRole("searchbox", { name: "Search users" }).fill("disabled01");
    const people = table(page, "People");
    await expect(people.getByRole("columnheader")).toHaveText([
      /^User/,
      "User ID",
      "Images",
      "Manage",
      "Write",
      "Read",
      "Marks",
    ]);
    await expect.poll(() => cells(people)).toHaveLength(1);
    await expect(people).toContainText("Disabled");
    await people.getByRole("link", { name: "disabled01", exact: true }).click();
    await expect(table(page, "Access of disabled01")).toBeVisible();
    await expect(page.getByText(/^disabled01 reaches \d+ of 2000 images, at least\./)).toBeVisible();
    await expect(table(page, "Access of disabled01").getByRole("columnheader")).toHaveText([/^Where/, "Permission", "From", "Own list", "Actions"]);
    // The file had no rows for what was not read, so an auditor took it for no access.
    const file = readTable((await save(page, page.getByRole("main"), "CSV")).text);
    expect(file).toContainEqual(["shop/cases/denied", "unknown", "", ""]);

    await link(page, "Images").click();
    const images = table(page, "Images");
    await expect(page.getByText("90 rows", { exact: true })).toBeVisible();
    await images.getByRole("button", { name: "30 images with the same list" }).first().click();
    const group = dialog(page, "30 images with the same list");
    await expect(group.getByRole("listitem")).toHaveCount(30);
    await expect(group.getByRole("table", { name: "Users", exact: true })).toBeVisible();
    await button(group, "Close").click();
    await page.getByRole("switch", { name: "Group identical lists" }).click();
    await expect(page.getByText("2000 rows", { exact: true })).toBeVisible();
  });

  test("a scan is paused, goes on, and is stopped with what it has", async ({ page }) => {
    await signIn(page, { at: "/review" });
    await button(page, "Start scan").click();
    await button(page, "Pause").click();
    await expect(page.getByText("Paused.", { exact: true }).first()).toBeVisible();
    const bar = page.getByRole("progressbar", { name: "Scan progress" });
    const done = await bar.getAttribute("value");
    await button(page, "Resume").click();
    await expect(bar).not.toHaveAttribute("value", done ?? "");
    await button(page, "Stop").click();
    await expect(page.getByText("Stopped. What was read so far is shown.", { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("region", { name: "Coverage" })).toContainText("Incomplete");
    await expect(button(page, "Read the rest")).toBeVisible();
  });
});

test.describe("of a few", () => {
  test.use({ emulatorArgs: ["--control"] });

  // Throttling read as a denial would make an image look closed that nobody has looked at.
  test("a service that asks to slow down is obeyed, and nothing is taken for a denial", async ({ page, emulator }) => {
    const body = JSON.stringify({ error_code: "SVCSTG.SWR.4031032", error_msg: "too often" });
    const path = "/v2/manage/namespaces/*/repos/*/access";
    await signIn(page, { at: "/review" });
    await expect(button(page, "Start scan")).toBeVisible();
    await setFaults(emulator, { path, fault: "status", status: 403, body, times: 2 });
    await scan(page);
    await expect(page.getByRole("region", { name: "Coverage" })).toContainText("Complete: everything that admin may see");
  });

  // The scan used to know of its own requests alone, and pressed on while people were refused.
  test("a click that the service refuses for its pace holds up the scan too", async ({ page, emulator }) => {
    await signIn(page, { at: "/review" });
    await expect(button(page, "Start scan")).toBeVisible();
    await page.getByRole("link", { name: "SWR permissions", exact: true }).click();
    await expect(table(page, "Organizations")).toBeVisible();
    await setFaults(emulator, { path: "/v2/manage/namespaces", fault: "status", status: 429, headers: { "Retry-After": "4" }, times: 1 });
    await button(page, "Refresh").click();
    await expect(page.getByText(/Retrying in \d s\./)).toBeVisible();
    await page.getByRole("link", { name: "Access review", exact: true }).click();
    await button(page, "Start scan").click();
    await expect(page.getByText(/^The service asks to slow down/).first()).toBeVisible();
    await expect(page.getByText("Finished.", { exact: true }).first()).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole("region", { name: "Coverage" })).toContainText("Complete: everything that admin may see");
  });

  // The answers of the first quarter of a second were not shown: a scan that then waited long seemed to do nothing.
  test("a long wait that begins at once is said at once", async ({ page, emulator }) => {
    await signIn(page, { at: "/review" });
    await expect(button(page, "Start scan")).toBeVisible();
    await setFaults(emulator, {
      path: "/v2/manage/namespaces/*/repos/*/access",
      fault: "status",
      status: 429,
      headers: { "Retry-After": "60" },
      times: 100,
    });
    await button(page, "Start scan").click();
    // Before the scan looks by itself whether the service is silent, which it does every ten seconds.
    await expect(page.getByText("The service asks to slow down. The scan waits.").first()).toBeVisible({ timeout: 5000 });
    await expect(page.getByText(/^0 of /)).toHaveCount(0);
  });

  test("a session that ends in the middle pauses the scan, which goes on after signing in", async ({ page, emulator }) => {
    await signIn(page, { at: "/review" });
    await expect(button(page, "Start scan")).toBeVisible();
    await setFaults(emulator, { path: "/v2/manage/namespaces/*/repos/*/access", fault: "status", status: 401, times: 1 });
    await button(page, "Start scan").click();
    const again = dialog(page, "Sign in again");
    await field(again, "Password").fill(PASSWORD);
    await button(again, "Sign in").click();
    await expect(page.getByText("Finished.", { exact: true }).first()).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole("region", { name: "Coverage" })).toContainText("Complete: everything that admin may see");
  });

  test("nothing of it is in any storage of the browser", async ({ page }) => {
    await signIn(page, { at: "/review" });
    await scan(page);
    const kept = await page.evaluate(async () => ({
      local: JSON.stringify(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
    }));
    expect(kept.local).not.toContain("group");
    expect(kept.session).toEqual(["swr-console.session"]);
    expect([kept.databases, kept.caches]).toEqual([0, 0]);
  });
});
