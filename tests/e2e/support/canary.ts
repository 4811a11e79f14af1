// A token, and the password that it was got for, searched for wherever they must not be: what the page shows and keeps, what
// the browser sends, saves and copies, what the console of the browser and the servers write down.
import type { Locator, Page, Request } from "@playwright/test";
import { clipboard } from "./clipboard.ts";
import { saveBy } from "./file.ts";
import { PASSWORD } from "./seed.ts";
import { KEY, tokenOf } from "./session.ts";
import { expect } from "./test.ts";

/** One token, and everything that has been seen since the page was opened. */
export class Canary {
  readonly #page: Page;
  readonly #requests: Request[] = [];
  /** Texts that went somewhere, by where that was. */
  readonly #texts: [string, string][] = [];
  #token = "";

  /** Looks at a page from now on. */
  constructor(page: Page) {
    this.#page = page;
    page.on("request", (request) => this.#requests.push(request));
    page.on("console", (message) => this.#texts.push(["a line on the console", message.text()]));
    page.on("pageerror", (error) => this.#texts.push(["an exception", `${error.message} ${error.stack ?? ""}`]));
  }

  /** The token of the session that has begun. */
  async begin(): Promise<void> {
    this.#token = await tokenOf(this.#page);
    // A search for something short would find it by chance, and one for nothing always.
    expect(this.#token.length).toBeGreaterThan(16);
  }

  /** Searches what the page is and keeps at this moment. */
  async look(): Promise<void> {
    const { storage, ...shown } = await this.#page.evaluate(async () => ({
      address: location.href,
      document: document.documentElement.outerHTML,
      values: [...document.querySelectorAll("input, textarea, select")].map((field) => Reflect.get(field, "value")),
      history: JSON.stringify(history.state),
      name: window.name,
      referrer: document.referrer,
      cookies: document.cookie,
      local: JSON.stringify(localStorage),
      caches: await caches.keys(),
      databases: await indexedDB.databases(),
      measures: JSON.stringify(performance.getEntries()),
      storage: Object.entries(sessionStorage) as [string, string][],
    }));
    this.#expectNone(this.#page.url(), JSON.stringify(shown));
    expect([shown.caches, shown.databases]).toEqual([[], []]);
    expect(JSON.stringify(storage).includes(PASSWORD), "the password in the storage").toBe(false);
    const holders = storage.filter(([, value]) => value.includes(this.#token)).map(([key]) => key);
    expect(holders, "the storage of the tab").toEqual([KEY]);
  }

  /** Presses a button that copies, and takes down what was copied. */
  async copyBy(button: Locator): Promise<void> {
    await this.#page.evaluate(() => navigator.clipboard.writeText(""));
    await button.click();
    const copied = () => clipboard(this.#page);
    await expect.poll(copied, "something was copied").not.toBe("");
    this.#texts.push(["the clipboard", await copied()]);
  }

  /** Presses a button that saves a file, and takes down what is in it. */
  async saveBy(button: Locator): Promise<void> {
    const { name, text } = await saveBy(this.#page, button);
    expect(text.length).toBeGreaterThan(0);
    this.#texts.push(["a saved file", `${name} ${text}`]);
  }

  /** Takes down what someone else has written. */
  note(where: string, text: string): void {
    this.#texts.push([where, text]);
  }

  /** Searches all that has been seen. Tells in which headers of which requests the token was. */
  async end(): Promise<Set<string>> {
    for (const [where, text] of this.#texts) {
      this.#expectNone(where, text);
    }
    const carriers = new Set<string>();
    for (const request of this.#requests) {
      const { pathname } = new URL(request.url());
      const isSignIn = request.method() === "POST" && pathname === "/v3/auth/tokens";
      this.#expectNone("an address", request.url());
      this.#expectNone("a body", request.postData() ?? "", isSignIn ? "the token alone" : "both");
      for (const { name, value } of await request.headersArray()) {
        expect(value.includes(PASSWORD), `the password in ${name}`).toBe(false);
        if (value.includes(this.#token)) {
          expect(value, "nothing but the token").toBe(this.#token);
          expect(pathname, "the files of the console get none").toMatch(/^\/v[23]\//);
          const header = name.toLowerCase();
          carriers.add(header === "x-auth-token" ? header : `${header} of ${request.method()} ${pathname}`);
        }
      }
    }
    return carriers;
  }

  #expectNone(where: string, text: string, what: "both" | "the token alone" = "both"): void {
    // Half of it is as bad as all of it.
    const half = this.#token.slice(0, Math.floor(this.#token.length / 2));
    for (const secret of what === "both" ? [half, PASSWORD] : [half]) {
      expect(text.includes(secret), where).toBe(false);
      expect(decodeURIComponent(encodeURI(text)).includes(secret), `${where}, decoded`).toBe(false);
    }
  }
}
