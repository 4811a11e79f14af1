// A tab of a browser, by what a person does there. Playwright's own Firefox and WebKit can't be had everywhere, so the
// browsers of the distribution are driven, each by the driver that it has.
import { expect } from "@playwright/test";

/** How long something may take to appear. */
const PATIENCE = 20_000;

/** A control as the driver knows it. */
export interface Control {
  click(): Promise<void>;
  /** Types over what is in it. */
  fill(text: string): Promise<void>;
  /** Chooses an option by its text. */
  choose(option: string): Promise<void>;
}

/** What a driver can do in one tab. */
export interface Driver {
  open(url: string): Promise<void>;
  /** Runs a script in the page: the body of a function, with its arguments in `arguments`. */
  run(script: string, ...args: string[]): Promise<unknown>;
  /** The control that such a script returns. */
  control(script: string, ...args: string[]): Promise<Control | null>;
  /** Whether an action failed before it began, since the control could not be used yet or is no longer there. */
  isTooEarly(error: unknown): boolean;
}

/** A browser. */
export interface Engine {
  /** What it calls itself. */
  version: string;
  /** Opens a tab beside those that are there. */
  tab(): Promise<Driver>;
  close(): Promise<void>;
}

/** The kinds of controls by their elements. */
const KINDS = { button: "button", field: "input, select, textarea", link: "a[href]" } as const;

/** Finds a control by kind and name, in the dialog on top where one is open. */
const FIND = `
  const [selector, name] = arguments;
  const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
  const text = (of) => (of?.innerText ?? "").replace(/\\s+/g, " ").trim();
  const named = (one) => one.getAttribute("aria-label") ?? (one.labels?.length ? text(one.labels[0]) : text(one));
  const shown = (one) => one.getClientRects().length > 0;
  const all = [...(dialog ?? document).querySelectorAll(selector)];
  return all.find((one) => shown(one) && named(one) === name) ?? null;
`;

/** A tab as a person uses it. */
export class Tab {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  /** Goes to an address, and counts from then on what the page's policy blocks. */
  async open(url: string): Promise<void> {
    await this.#driver.open(url);
    await this.#driver.run(`
      window.blocked = [];
      document.addEventListener("securitypolicyviolation", (event) => window.blocked.push(event.violatedDirective));
    `);
  }

  click(name: string): Promise<void> {
    return this.#act("button", name, (control) => control.click());
  }

  follow(name: string): Promise<void> {
    return this.#act("link", name, (control) => control.click());
  }

  fill(name: string, text: string): Promise<void> {
    return this.#act("field", name, (control) => control.fill(text));
  }

  choose(name: string, option: string): Promise<void> {
    return this.#act("field", name, (control) => control.choose(option));
  }

  /** Waits until the page shows a text. */
  async shows(text: string | RegExp): Promise<void> {
    const shown = expect.poll(() => this.#text(), { timeout: PATIENCE });
    await (typeof text === "string" ? shown.toContain(text) : shown.toMatch(text));
  }

  /** Waits until the table shows these rows, each by name and level. */
  async holds(...rows: [string, string][]): Promise<void> {
    const script = `
      const cells = (row) => [...row.cells].map((cell) => cell.innerText.trim());
      const rows = [...document.querySelectorAll("table tbody tr")].map(cells);
      return JSON.stringify(rows.filter((row) => row.length > 2).map((row) => [row[0].split(/\\s/)[0], row[2].split(/\\s/)[0]]));
    `;
    const held = async () => JSON.parse((await this.#driver.run(script)) as string) as unknown;
    await expect.poll(held, { timeout: PATIENCE }).toEqual(expect.arrayContaining(rows));
  }

  /** What is in the tab's storage. */
  async stored(): Promise<{ token: string }> {
    const text = await this.#driver.run(`return sessionStorage.getItem("swr-console.session")`);
    return JSON.parse(text as string) as { token: string };
  }

  /** What the policy has blocked since the page was opened; a notice says it of what came before. */
  async blocked(): Promise<string> {
    expect(await this.#text()).not.toContain("Something went wrong on this page.");
    return (await this.#driver.run("return window.blocked.join()")) as string;
  }

  #text(): Promise<string> {
    return this.#driver.run("return document.body.innerText") as Promise<string>;
  }

  /** Does something with a control, once. A control can be found a moment before it can be used, as while a dialog opens. */
  async #act(kind: keyof typeof KINDS, name: string, act: (control: Control) => Promise<void>): Promise<void> {
    const attempt = async () => {
      const found = await this.#driver.control(FIND, KINDS[kind], name);
      if (found === null) {
        return "not there";
      }
      try {
        await act(found);
        return "done";
      } catch (error) {
        if (!this.#driver.isTooEarly(error)) {
          throw error;
        }
        return "not ready";
      }
    };
    await expect.poll(attempt, { message: `the ${kind} “${name}”`, timeout: PATIENCE }).toBe("done");
  }
}
