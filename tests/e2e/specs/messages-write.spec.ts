// What is said when a grant fails: the documented text of each status in both languages, on images and organizations.
import { storedLevel } from "../support/api.ts";
import { button, dialog, fetchedAhead, signIn } from "../support/console.ts";
import { discard, grantDialog, openGrant } from "../support/grant.ts";
import { expectProblem, technicalDetails } from "../support/problem.ts";
import { ID, STRANGERS, TEST_IMAGE } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";
import { type Language, WORDS } from "../support/words.ts";

/** What a user name makes a grant fail with. */
interface Failure {
  user: string;
  status: string;
  headline: Record<Language, string>;
}

const both: Failure[] = [
  { user: "error-400", status: "400", headline: { en: "Request error.", "zh-CN": "错误的请求" } },
  { user: "error-500", status: "500", headline: { en: "Internal error.", "zh-CN": "内部错误" } },
  { user: "denied", status: "403", headline: { en: "Permission denied.", "zh-CN": "没有权限" } },
  { user: "error-409", status: "409", headline: { en: "The service is busy.", "zh-CN": "服务繁忙" } },
  { user: "error-429", status: "429", headline: { en: "Too many requests.", "zh-CN": "请求过于频繁" } },
  { user: "error-502", status: "502", headline: { en: "Service unavailable.", "zh-CN": "服务不可用" } },
  { user: "error-503", status: "503", headline: { en: "Service unavailable.", "zh-CN": "服务不可用" } },
];

const targets: { name: string; at: string; failures: Failure[] }[] = [
  {
    name: "an image",
    at: TEST_IMAGE,
    failures: [
      ...both,
      { user: "error-404", status: "404", headline: { en: "The image does not exist.", "zh-CN": "镜像不存在" } },
      {
        user: "conflict",
        status: "409",
        headline: { en: "The image permission already exists.", "zh-CN": "镜像权限已存在" },
      },
    ],
  },
  {
    name: "an organization",
    at: "/organizations/group/members",
    failures: [
      ...both,
      { user: "error-404", status: "404", headline: { en: "The organization was not found.", "zh-CN": "组织不存在" } },
      {
        user: "conflict",
        status: "409",
        headline: { en: "The organization permission already exists.", "zh-CN": "组织权限已存在" },
      },
    ],
  },
];

for (const language of ["en", "zh-CN"] as const) {
  test.describe(language, () => {
    test.use({ locale: language });

    for (const { name, at, failures } of targets) {
      test(`granting on ${name}`, async ({ page }) => {
        await signIn(page, { at });
        const { root, fill, grant, name: nameField } = await openGrant(page, language);
        for (const { user, status, headline } of failures) {
          await test.step(`fails for ${user}`, async () => {
            await fill(1, user, STRANGERS[0]);
            const answer = page.waitForResponse((response) => response.request().method() === "POST");
            await grant.click();
            const requestId = (await (await answer).allHeaders())["x-request-id"];
            await expectProblem(root, headline[language]);
            const details = await technicalDetails(root, language);
            expect([details[0], details[3]]).toEqual([status, requestId]);
            await expect(button(root, WORDS[language].tryAgain), "a write is repeated by its own button").toHaveCount(
              0,
            );
            await expect(nameField(1)).toHaveValue(user);
          });
        }
      });

      test(`a 401 of a grant on ${name}`, async ({ page }) => {
        await signIn(page, { at });
        const { fill, grant } = await openGrant(page, language);
        await fill(1, "error-401", STRANGERS[0]);
        await grant.click();
        const again = dialog(page, WORDS[language].signInAgain);
        await expect(again.getByRole("alert")).toContainText(language === "en" ? "Authentication failed." : "鉴权失败");
        await expect(grantDialog(page, language).root.getByRole("alert"), "one failure, one place").toHaveCount(0);
      });
    }
  });
}

test("a grant whose answer never came is not called a failure", async ({ page, server }) => {
  await signIn(page, { at: TEST_IMAGE });
  const opened = await openGrant(page);
  await opened.fill(1, "user05", ID.user05);
  await server.stop();
  await opened.grant.click();
  const alert = await expectProblem(opened.root, "No connection.");
  await expect(alert).toContainText("We couldn't confirm whether the permission was granted.");
  await expect(opened.name(1)).toHaveValue("user05");
});

test("a grant that is never answered ends with the truth that it may have been done", async ({ page, emulator }) => {
  await page.clock.install();
  await signIn(page, { at: TEST_IMAGE });
  const opened = await openGrant(page);
  await opened.fill(1, "hang", STRANGERS[0]);
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await opened.grant.click();
  await sent;
  await expect.poll(() => storedLevel(emulator, "hang"), "it has come, and is done").toBe(1);
  await page.clock.runFor(16_000);
  const alert = await expectProblem(opened.root, "No answer in time.");
  await expect(alert).toContainText("We couldn't confirm whether the permission was granted.");
  await opened.cancel.click();
  await discard(page);
  await expect(page.getByText("hang", { exact: true }), "the table shows what holds").toBeVisible();
});

test("a failed re-read keeps the table, marks it as old, and alerts", async ({ page, server }) => {
  await signIn(page, { at: TEST_IMAGE });
  await expect(page.getByText(ID.user02)).toBeVisible();
  await fetchedAhead(page);
  await server.stop();
  await button(page, "Refresh").click();
  await expectProblem(page, "No connection.");
  await expect(page.getByText(ID.user02)).toBeVisible();
  await expect(page.getByText(/^Couldn't refresh\. Showing data from \d\d:\d\d\.$/)).toBeVisible();
});
