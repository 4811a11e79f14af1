// A service that puts markup into everything that it says: every text of every answer, on every page, stays a text.
import type { Page, Route } from "@playwright/test";
import { button, fillSignIn, heading } from "../support/console.ts";
import { openJournal } from "../support/journal.ts";
import { expect, test } from "../support/test.ts";

// Without a slash, which means something in names of images.
const MARKUP = `"'><img src=x onerror="document.title='owned'"><svg onload="document.title='owned'">`;
/** What has to stay what it is for anything to be shown at all: ids, moments, codes. */
const KEPT = /(^|_)id$|_at$|^(created|updated|error_code|methods)$/;

/** The same value with markup after every text in it. */
function marked(value: unknown, key = ""): unknown {
  if (typeof value === "string") {
    return KEPT.test(key) ? value : value + MARKUP;
  }
  if (Array.isArray(value)) {
    return value.map((one) => marked(one, key));
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, name)]));
  }
  return value;
}

/** Passes a call on as if its names had no markup, and puts some into the answer. */
async function mark(route: Route): Promise<void> {
  const plain = (text: string) => text.replaceAll(MARKUP, "");
  const address = new URL(route.request().url());
  address.pathname = plain(decodeURIComponent(address.pathname)).split("/").map(encodeURIComponent).join("/");
  address.search = plain(decodeURIComponent(address.search));
  const body = route.request().postData();
  const quoted = JSON.stringify(MARKUP).slice(1, -1);
  const answer = await route.fetch({ url: address.href, ...(body === null ? {} : { postData: body.replaceAll(quoted, "") }) });
  const text = await answer.text();
  const json = text === "" ? "" : JSON.stringify(marked(JSON.parse(text)));
  await route.fulfill({ response: answer, body: json, headers: { ...answer.headers(), "x-request-id": MARKUP } });
}

/** Nothing of the markup has become part of the document. */
async function expectText(page: Page, where: string): Promise<void> {
  await expect(page.locator("[onerror], [onload], img[src=x]"), where).toHaveCount(0);
  expect(await page.title(), where).not.toBe("owned");
}

function link(page: Page, name: string) {
  return page.getByRole("link", { name: `${name}${MARKUP}`, exact: true });
}

test("markup in every answer is shown as text, on every page", async ({ page }) => {
  page.on("dialog", (dialog) => {
    // Before the journal is lost the browser asks; that is the console's own doing.
    if (dialog.type() === "beforeunload") return void dialog.accept();
    throw new Error("a script ran");
  });
  await page.route(/\/v[23]\//, mark);
  await page.goto("/organizations");
  await fillSignIn(page, "admin");
  await button(page, "Sign in").click();
  await expect(page.getByRole("banner")).toContainText(`admin${MARKUP}`);
  await expectText(page, "organizations");
  await link(page, "group").click();
  await expect(link(page, "test")).toBeVisible();
  await expectText(page, "images");
  await page.getByRole("link", { name: "Users", exact: true }).click();
  await expect(page.getByText(`user04${MARKUP}`).first()).toBeVisible();
  await expectText(page, "members");
  await page.getByRole("link", { name: "Images", exact: true }).click();
  await link(page, "test").click();
  await expect(heading(page, `group${MARKUP}/test${MARKUP}`)).toBeVisible();
  await expect(page.getByText(`user02${MARKUP}`).first()).toBeVisible();
  await expectText(page, "permissions");
  await page.getByRole("switch", { name: "Effective access", exact: true }).click();
  await expect(page.getByText("Why", { exact: true })).toBeVisible();
  await expectText(page, "effective access");
  await page.getByRole("switch", { name: "Effective access", exact: true }).click();
  await button(page, `Revoke user02${MARKUP}`).click();
  await expectText(page, "the question before a revocation");
  await page.getByRole("dialog").getByText("Request", { exact: true }).click();
  await expectText(page, "a request");
  await page.getByRole("dialog").getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await openJournal(page);
  await expect(page.getByText(`user02${MARKUP}`).first()).toBeVisible();
  await expectText(page, "the journal");
  await page.goto("/organizations/group/images/error-400");
  await page.getByText("Technical details", { exact: true }).click();
  await expect(page.getByText(MARKUP).first()).toBeVisible();
  await expectText(page, "a failure");
});
