// A browser by its own protocol. Playwright has every page believe that somebody looks at it; here a tab is hidden once
// another one is opened.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

interface Message {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

/** A running browser. */
export class Devtools {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #commands: Writable;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #number = 0;

  private constructor(process: ChildProcess, profile: string) {
    this.#process = process;
    this.#profile = profile;
    // The third pipe is read by the browser, the fourth one written.
    const [, , , commands, answers] = process.stdio;
    this.#commands = commands as Writable;
    let rest = "";
    (answers as Readable).setEncoding("utf8").on("data", (piece: string) => {
      const lines = (rest + piece).split("\0");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const message = JSON.parse(line) as Message;
        if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
      }
    });
  }

  /** Starts a browser with a profile of its own. */
  static async start(program: string, options: string[]): Promise<Devtools> {
    const profile = await mkdtemp(join(tmpdir(), "swr-devtools-"));
    const always = ["--headless=new", "--remote-debugging-pipe", `--user-data-dir=${profile}`, "--no-first-run", "--disable-gpu"];
    const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const stdio = ["ignore", "ignore", "ignore", "pipe", "pipe"] as const;
    return new Devtools(spawn(program, [...always, ...sandbox, ...options], { stdio: [...stdio] }), profile);
  }

  /** Opens a tab in front of all others. */
  async open(): Promise<Tab> {
    const { targetId } = (await this.send("Target.createTarget", { url: "about:blank" })) as { targetId: string };
    const { sessionId } = (await this.send("Target.attachToTarget", { targetId, flatten: true })) as { sessionId: string };
    return new Tab(this, sessionId);
  }

  /** Sends a command, to the browser or to a tab, and waits for what comes of it. */
  async send(method: string, params: object, sessionId?: string): Promise<unknown> {
    this.#number += 1;
    const id = this.#number;
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    this.#commands.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answer;
    this.#waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  /** Ends the browser, and removes its profile. */
  async close(): Promise<void> {
    const ended = once(this.#process, "exit");
    this.#process.kill();
    await ended;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A tab of it. */
export class Tab {
  constructor(
    readonly browser: Devtools,
    readonly session: string,
  ) {}

  /** Goes to an address, and waits until something holds there. */
  async goTo(url: string, holds: string): Promise<void> {
    await this.browser.send("Page.navigate", { url }, this.session);
    await this.until(holds);
  }

  /** What an expression is in the page. */
  async value<T>(expression: string): Promise<T> {
    const params = { expression, returnByValue: true };
    const { result } = (await this.browser.send("Runtime.evaluate", params, this.session)) as { result: { value: T } };
    return result.value;
  }

  /** Waits until an expression is true in the page. */
  async until(expression: string): Promise<void> {
    const end = Date.now() + 60_000;
    while ((await this.value(`Boolean(${expression})`)) !== true) {
      if (Date.now() > end) throw new Error(`it never became true that ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
