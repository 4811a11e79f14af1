// One nginx in front of an emulator, configured by the files of deploy/nginx/ as a server is. `xtask/src/nginx.rs` makes
// the same folder for `cargo xtask host`.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { dist, root } from "./emulator.ts";
import { freePort } from "./ports.ts";

/** nginx's program; none means that the tests speak to the emulator itself. */
export const program = process.env["SWR_NGINX"];

/** nginx's module for brotli, if it has one. */
const brotli = process.env["SWR_NGINX_BROTLI"];

/** The headers of the built console. */
export const headers = process.env["SWR_HEADERS"] ?? `${root}dist-server/nginx-headers.conf`;

/** How long nginx may take to listen. It takes milliseconds on an idle machine. */
const PATIENCE = 10_000;

/** How often another port is tried when someone else was faster. */
const TRIES = 5;

/** What one nginx serves. */
export interface Site {
  /** The folder of the console. */
  console: string;
  /** Where the APIs are. */
  upstream: string;
}

/** A running nginx. */
export class Nginx {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /** The folder that it runs in. */
  readonly folder: string;
  readonly #process: ChildProcess;
  readonly #said: () => string;
  #stopped = false;

  private constructor(process: ChildProcess, url: string, folder: string, said: () => string) {
    this.#process = process;
    this.url = url;
    this.folder = folder;
    this.#said = said;
  }

  /** Everything that it has written into its logs so far, for a search. */
  async output(): Promise<string> {
    return this.#said() + (await readFile(join(this.folder, "access.log"), "utf8"));
  }

  /** Starts nginx for the trial's own configuration, `deploy/nginx/local.conf`. */
  static start(site: Site): Promise<Nginx> {
    return Nginx.startWith(async (folder, port) => {
      await prepare(folder, site.console);
      await symlink(`${root}deploy/nginx/local.conf`, join(folder, "nginx.conf"));
      await symlink(`${root}deploy/nginx/nobody.pem`, join(folder, "nobody.pem"));
      await writeFile(join(folder, "listen.conf"), `listen 127.0.0.1:${port};\n`);
      await writeFile(join(folder, "upstream.conf"), `set $swr_console_upstream ${site.upstream};\n`);
      return `http://127.0.0.1:${port}`;
    });
  }

  /** Starts nginx in a new folder that `make` fills for a port; it returns the address there. */
  static async startWith(make: (folder: string, port: number) => Promise<string>): Promise<Nginx> {
    let said = "";
    for (let tries = 0; tries < TRIES; tries += 1) {
      const folder = await mkdtemp(join(tmpdir(), "swr-nginx-"));
      const url = await make(folder, await freePort());
      const outcome = await run(folder);
      if (outcome.listens) {
        return new Nginx(outcome.process, url, folder, outcome.said);
      }
      await rm(folder, { recursive: true });
      said = outcome.said();
      if (!said.includes("Address already in use")) {
        break;
      }
    }
    throw new Error(`nginx did not start: ${program}\n${said}`);
  }

  /** Ends nginx. Once more does nothing, so a test may do it as the server's failure. */
  async stop(): Promise<void> {
    if (this.#stopped) {
      return;
    }
    this.#stopped = true;
    const ended = this.#process.exitCode ?? this.#process.signalCode;
    if (ended === null) {
      const exit = once(this.#process, "exit");
      this.#process.kill("SIGKILL");
      await exit;
    }
    await rm(this.folder, { recursive: true });
    if (ended !== null) {
      throw new Error(`nginx ended by itself (${ended})`);
    }
  }
}

/** Puts into a folder what every configuration here includes, and the console. */
export async function prepare(folder: string, console = dist): Promise<void> {
  if (!existsSync(headers)) {
    throw new Error(`${headers} is missing: run \`cargo xtask dist\``);
  }
  const includes = `${root}deploy/nginx/swr-console`;
  await mkdir(join(folder, "swr-console"));
  await mkdir(join(folder, "temporary"));
  for (const file of await readdir(includes)) {
    if (file === "brotli.conf" && brotli === undefined) {
      await writeFile(join(folder, "swr-console", file), "");
    } else {
      await symlink(join(includes, file), join(folder, "swr-console", file));
    }
  }
  await symlink(headers, join(folder, "swr-console/headers.conf"));
  await symlink(console, join(folder, "console"));
  await writeFile(join(folder, "modules.conf"), brotli === undefined ? "" : `load_module "${brotli}";\n`);
}

type Outcome = ({ listens: true; process: ChildProcess } | { listens: false }) & { said: () => string };

/** Runs nginx in a folder until it listens, or can't. */
function run(folder: string): Promise<Outcome> {
  const child = spawn(program ?? "nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  return new Promise((resolve) => {
    const fail = () => {
      child.kill("SIGKILL");
      resolve({ listens: false, said: () => said });
    };
    const timer = setTimeout(fail, PATIENCE);
    child.once("error", fail);
    child.once("exit", fail);
    // Reading goes on after it listens, or nginx would stop at a full pipe.
    createInterface(child.stderr).on("line", (line) => {
      said += `${line}\n`;
      if (line.includes("event method")) {
        // Its sockets are there before it says so.
        clearTimeout(timer);
        child.removeAllListeners("exit");
        resolve({ listens: true, process: child, said: () => said });
      } else if (line.includes("Address already in use")) {
        clearTimeout(timer);
        fail();
      }
    });
  });
}
