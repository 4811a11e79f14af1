// What is said when a list can't be read: the documented text of each status in both languages, with what support
// needs beside it. Statuses that no page documents have a text of the console's own.
import { type Page, type Response } from "@playwright/test";
import { allowClipboard, clipboard } from "../support/clipboard.ts";
import { button, chooseLanguage, signIn } from "../support/console.ts";
import { expectProblem, technicalDetails } from "../support/problem.ts";
import { imageAt } from "../support/seed.ts";
import { expect, test } from "../support/test.ts";
import { type Language, WORDS } from "../support/words.ts";

interface Failure {
  image: string;
  status: string;
  code: string;
  /** The service's own sentence, or what replaces a body that is none. */
  message: string | RegExp;
  headline: Record<Language, string>;
  /** Whether trying again can help. */
  again: boolean;
}

/** The headlines, each in both languages. */
const says = {
  request: { en: "Request error.", "zh-CN": "错误的请求" },
  missing: { en: "The image or the image permission does not exist.", "zh-CN": "镜像或镜像权限不存在" },
  internal: { en: "Internal error.", "zh-CN": "内部错误" },
  denied: { en: "Permission denied.", "zh-CN": "没有权限" },
  busy: { en: "The service is busy.", "zh-CN": "服务繁忙" },
  refused: { en: "Request refused.", "zh-CN": "请求被拒绝" },
  throttled: { en: "Too many requests.", "zh-CN": "请求过于频繁" },
  unavailable: { en: "Service unavailable.", "zh-CN": "服务不可用" },
  unexpected: { en: "Unexpected answer.", "zh-CN": "响应内容异常" },
};

/** One failure a line: image, status, code, message, headline, whether trying again can help. */
const table: [string, string, string, string | RegExp, Record<Language, string>, boolean][] = [
  // The documented ones.
  ["error-400", "400", "SVCSTG.SWR.4000014", "Invalid param", says.request, false],
  ["error-404", "404", "SVCSTG.SWR.4040010", "The image does not exist", says.missing, false],
  ["error-500", "500", "SVCSTG.SWR.5000090", "Failed to read the permission", says.internal, true],
  // The console's own.
  ["error-403", "403", "SVCSTG.SWR.4037020", /^No permission to operate/, says.denied, false],
  ["error-409", "409", "SVCSTG.SWR.4090023", "The system is busy, try again later", says.busy, true],
  ["error-418", "418", "SVCSTG.SWR.4180000", "Error on demand", says.refused, false],
  ["error-429", "429", "APIGW.0308", "The throttling threshold has been reached", says.throttled, true],
  ["throttled", "403", "SVCSTG.SWR.4031032", "Too many requests", says.throttled, true],
  ["error-502", "502", "APIGW.0201", "Backend unavailable", says.unavailable, true],
  ["error-503", "503", "APIGW.0201", "Backend unavailable", says.unavailable, true],
  ["error-504", "504", "APIGW.0201", "Backend timeout", says.unavailable, true],
  // Answers that are no answers.
  ["html", "200", "–", "HTML, 98 bytes", says.unexpected, true],
  ["truncated", "200", "–", /^\{"id":1,"name":"truncated"|^JSON, \d+ bytes$/, says.unexpected, true],
];

const failures: Failure[] = table.map(([image, status, code, message, headline, again]) => ({
  image,
  status,
  code,
  message,
  headline,
  again,
}));

/** The answers to reading the list, as they come: what may pass by itself is asked for up to three times. */
function answers(page: Page): Response[] {
  const answers: Response[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith("/access")) answers.push(response);
  });
  return answers;
}

for (const { image, status, code, message, headline, again } of failures) {
  test(`reading the permissions of ${image}`, async ({ page }) => {
    const reads = answers(page);
    await signIn(page, { at: imageAt(image) });
    await expectProblem(page, headline.en);
    const requestId = (await reads.at(-1)?.allHeaders())?.["x-request-id"];
    const said = typeof message === "string" ? message : expect.stringMatching(message);
    expect(await technicalDetails(page)).toEqual([status, code, said, requestId]);
    await expect(button(page, WORDS.en.tryAgain)).toHaveCount(again ? 1 : 0);
    await expect(page.getByRole("table")).toHaveCount(0);
    await expect(page.getByText("Proxy sign-in"), "a foreign page is never shown").toHaveCount(0);

    await chooseLanguage(page, "zh-CN");
    const alert = await expectProblem(page, headline["zh-CN"]);
    expect(await alert.innerText(), "reason and remedy are in Chinese too").toMatch(/^[^a-z]*(IAM[^a-z]*)?$/);
    expect((await technicalDetails(page, "zh-CN")).slice(0, 2)).toEqual([status, code]);
    await expect(button(page, WORDS["zh-CN"].tryAgain)).toHaveCount(again ? 1 : 0);
  });
}

test("a 401 asks to sign in again in the documented words", async ({ page }) => {
  await signIn(page, { at: imageAt("error-401") });
  const again = page.getByRole("dialog", { name: "Sign in again", exact: true });
  await expect(again.getByRole("alert")).toContainText("Authentication failed.");
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("a 401 asks to sign in again in the documented words", async ({ page }) => {
    await signIn(page, { at: imageAt("error-401") });
    const again = page.getByRole("dialog", { name: "重新登录", exact: true });
    await expect(again.getByRole("alert")).toContainText("鉴权失败");
  });
});

test("an organization that does not exist has its own documented text", async ({ page }) => {
  await signIn(page, { at: "/organizations/nowhere/members" });
  await expectProblem(page, "Organization not found.");
  expect((await technicalDetails(page)).slice(0, 2)).toEqual(["404", "SVCSTG.SWR.4040058"]);
  await chooseLanguage(page, "zh-CN");
  await expectProblem(page, "组织不存在");
});

test("Try again reads again, and what was wrong is gone when it succeeds", async ({ page, server }) => {
  await signIn(page, { at: imageAt("error-500") });
  await expectProblem(page, "Internal error.");
  const read = page.waitForResponse((response) => response.url().endsWith("/access"));
  await button(page, "Try again").click();
  expect((await read).status()).toBe(500);
  await expectProblem(page, "Internal error.");
  await server.stop();
  await button(page, "Try again").click();
  await expectProblem(page, "No connection.");
});

test("the details are copied with one click", async ({ page }) => {
  await allowClipboard(page);
  await signIn(page, { at: imageAt("error-404") });
  await expectProblem(page, "The image or the image permission does not exist.");
  const [, , , requestId] = await technicalDetails(page);
  await button(page, "Copy details").click();
  await expect(page.getByRole("status")).toHaveText("Copied");
  expect(await clipboard(page)).toBe(
    `HTTP status: 404\nError code: SVCSTG.SWR.4040010\nServer message: The image does not exist\nRequest ID: ${requestId}`,
  );
});

test("a slow list is waited for, and can be given up", async ({ page }) => {
  await signIn(page, { at: imageAt("hang") });
  await page.getByText("Still working. The service is slower than usual.").waitFor({ timeout: 10_000 });
  await button(page, "Cancel").click();
  await expectProblem(page, "Cancelled.");
  await expect(button(page, "Try again")).toBeVisible();
});
