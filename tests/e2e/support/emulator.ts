// One running emulator, with the built console beside its API on one origin.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The repository, with a slash at the end. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));
const program = process.env["SWR_EMULATOR"] ?? `${root}target/release/swr-emulator`;

/** The built console. */
export const dist = process.env["SWR_DIST"] ?? `${root}dist`;

/** How long the emulator may take to say where it listens. It takes milliseconds on an idle machine. */
const PATIENCE = 10_000;

/** A running emulator. */
export class Emulator {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #said: () => string;
  #stopped = false;

  private constructor(process: ChildProcess, url: string, said: () => string) {
    this.#process = process;
    this.url = url;
    this.#said = said;
  }

  /** Everything that it has written so far, for a search. */
  async output(): Promise<string> {
    return Promise.resolve(this.#said());
  }

  /** Starts an emulator on a free port, with `args` after the usual ones, that serves the console of `folder`. */
  static async start(args: readonly string[], folder = dist): Promise<Emulator> {
    for (const path of [program, `${dist}/index.html`]) {
      if (!existsSync(path)) {
        throw new Error(`${path} is missing: run \`cargo xtask dist\``);
      }
    }
    const child = spawn(program, ["--listen", "127.0.0.1:0", "--console", folder, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (bytes: Buffer) => (said += bytes.toString()));
    return new Promise((resolve, reject) => {
      const fail = (why: string) => {
        child.kill("SIGKILL");
        reject(new Error(`the emulator ${why}: ${program} ${args.join(" ")}\n${said}`));
      };
      const timer = setTimeout(() => fail(`did not listen within ${PATIENCE} ms`), PATIENCE);
      child.once("error", (error) => fail(`did not start (${error.message})`));
      child.once("exit", (code, signal) => fail(`ended at once (${code ?? signal})`));
      // Reading goes on after the first line, or the emulator would stop at a full pipe.
      createInterface(child.stdout).on("line", (line) => {
        said += `${line}\n`;
        const url = /^listening on (http:\/\/\S+)$/.exec(line)?.[1];
        if (url !== undefined) {
          clearTimeout(timer);
          child.removeAllListeners("exit");
          resolve(new Emulator(child, url.replace(/\/$/, ""), () => said));
        }
      });
    });
  }

  /** Ends the emulator and everything in it. Once more does nothing, so a test may do it as the server's failure. */
  async stop(): Promise<void> {
    if (this.#stopped) {
      return;
    }
    this.#stopped = true;
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) {
      throw new Error(`the emulator ended by itself (${this.#process.exitCode ?? this.#process.signalCode})`);
    }
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await ended;
  }
}
