// What a person does with the console, in their words: signing in, reading a table, granting.
import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { signInOf } from "./api.ts";
import { ID, PASSWORD, type User } from "./seed.ts";
import { store } from "./session.ts";
import { expect } from "./test.ts";
import { type Language, WORDS } from "./words.ts";

/** A page, or a dialog on it. */
export type Place = Page | Locator;

/** A field by its label, whatever its kind. */
export function field(place: Place, name: string): Locator {
  return place.getByLabel(name, { exact: true });
}

/** A button by its name. */
export function button(place: Place, name: string): Locator {
  return place.getByRole("button", { name, exact: true });
}

/** A dialog by its name. */
export function dialog(page: Page, name: string): Locator {
  return page.getByRole("dialog", { name, exact: true });
}

/** The page's heading. */
export function heading(page: Page, name: string): Locator {
  return page.getByRole("heading", { level: 1, name, exact: true });
}

/** Fills in the form for a user of the seed, without sending it. */
export async function fillSignIn(page: Page, user: User, language: Language = "en"): Promise<void> {
  const words = WORDS[language];
  await field(page, words.account).fill("demo");
  await field(page, words.userName).fill(user);
  await field(page, words.password).fill(PASSWORD);
}

/** Who comes, and to where. */
interface Arrival {
  user?: User;
  at?: string;
}

/**
 * Is signed in at an address: with a session that the page finds in its storage, as after a reload. The form takes half
 * a second longer, and most tests are not about it.
 */
export async function signIn(page: Page, { user = "admin", at = "/organizations" }: Arrival = {}): Promise<void> {
  await keepSession(page, user);
  await page.goto(at);
  await expect(page.getByRole("banner")).toContainText(`demo / ${user}`);
}

/** Puts a session of IAM's where the console will look for it. */
export async function keepSession(page: Page, user: User): Promise<void> {
  await store(page, await newSession(page.request, user));
}

/** What the console keeps in its storage of a session that IAM has just begun. */
export async function newSession(requests: APIRequestContext, user: User): Promise<string> {
  const answer = await requests.post("/v3/auth/tokens", { data: signInOf(user) });
  const { token } = (await answer.json()) as { token: { expires_at: string } };
  return JSON.stringify({
    version: 2,
    id: randomUUID(),
    token: answer.headers()["x-subject-token"],
    expires: Date.parse(token.expires_at),
    began: Date.now(),
    used: Date.now(),
    region: "local",
    addresses: " ",
    project: "local",
    account: "demo",
    user_id: ID[user],
    user_name: user,
    pasted: false,
  });
}

/** Signs in by the form on the way to an address, and waits until one is there. */
export async function signInByForm(page: Page, how: Arrival & { language?: Language } = {}): Promise<void> {
  const { user = "admin", at = "/organizations", language = "en" } = how;
  await page.goto(at);
  await fillSignIn(page, user, language);
  await button(page, WORDS[language].signIn).click();
  await expect(page.getByRole("banner")).toContainText(`demo / ${user}`);
}

/**
 * Waits until the part is there that a permission table fetches ahead of its use. A server that stops earlier cuts it off,
 * and the page rightly reports that.
 */
export async function fetchedAhead(page: Page): Promise<void> {
  const isThere = () => {
    const part = location.pathname.includes("/images/") ? "-outside-" : "-granting-";
    return performance.getEntriesByType("resource").some(({ name }) => name.includes(part));
  };
  await expect.poll(() => page.evaluate(isThere)).toBe(true);
}

/** Switches the form to "Access token", and returns the field for it. The radio button before it is called the same. */
export async function chooseToken(page: Page): Promise<Locator> {
  await page.getByRole("radio", { name: "Access token", exact: true }).check();
  return field(page, "Access token").last();
}

/** Signs in with a token. */
export async function signInWithToken(page: Page, token: string, at = "/organizations"): Promise<void> {
  await page.goto(at);
  const tokenField = await chooseToken(page);
  await tokenField.fill(token);
  await button(page, "Sign in").click();
  await expect(button(page, "Sign out")).toBeVisible();
}

/** Chooses a language by the name that it has for itself. */
export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  const label = language === "en" ? "English" : "简体中文";
  await page.getByRole("combobox", { name: /^(Language|语言)$/ }).selectOption({ label });
}

/** A table by its name. */
export function table(page: Page, name: string): Locator {
  return page.getByRole("table", { name, exact: true });
}

/** The texts of a table's cells, row by row, without its head and without the cells that only hold buttons. */
export async function cells(table: Locator): Promise<string[][]> {
  const rows = await table.getByRole("row").evaluateAll((rows) => {
    const told = (row: Element) =>
      [...row.querySelectorAll("td")].filter((cell) => !/^(Actions|操作)$/.test(cell.ariaLabel ?? ""));
    return rows.map((row) => told(row).map((cell) => cell.innerText.replace(/\s+/g, " ").trim()));
  });
  return rows.filter((row) => row.length > 0);
}

/** Waits until a table says exactly this. */
export async function expectCells(table: Locator, wanted: string[][]): Promise<void> {
  await expect.poll(() => cells(table)).toEqual(wanted);
}

/** Waits until one column of a table says exactly this. */
export async function expectColumn(table: Locator, column: number, wanted: string[]): Promise<void> {
  await expect.poll(async () => (await cells(table)).map((row) => row[column])).toEqual(wanted);
}

/** The query of the page's address. */
export function query(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams);
}
