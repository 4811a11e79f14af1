// The `test` that all specs use: every test has an emulator and a web server of its own, so that no test sees what another
// did, and fails on any fault of the page that it did not expect.
import { test as base } from "@playwright/test";
import { altered, type Alteration } from "./altered.ts";
import { Emulator } from "./emulator.ts";
import { Nginx, program as nginx } from "./nginx.ts";
import { watch } from "./watch.ts";

export { expect } from "@playwright/test";

/** What a spec can set by `test.use`. */
export interface Options {
  /** More arguments for the emulator, for example `["--seed", "large"]`. */
  emulatorArgs: string[];
  /** Files of the console that are served otherwise than they were built. */
  alteration: Alteration;
  /** Why nginx must not be between the browser and the emulator; `null` where it may. */
  direct: string | null;
  /** Faults of the page that are what the test is about; each has to occur. */
  expectedFaults: RegExp[];
}

/** What the browser speaks to. */
export interface Server {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /** Ends it, as a failure of the web server or of the way to it. */
  stop(): Promise<void>;
  /** Everything that it has written into its logs so far, for a search. */
  output(): Promise<string>;
}

interface Fixtures {
  /** The emulator behind the server. The test's own calls go to it directly. */
  emulator: Emulator;
  /** The server at `baseURL`: nginx, or the emulator itself where a test says why, or where there is no nginx. */
  server: Server;
  /** The folder with the console's files. */
  folder: string;
  /** The faults of the page so far. */
  faults: string[];
}

export const test = base.extend<Options & Fixtures>({
  emulatorArgs: [[], { option: true }],
  alteration: [{}, { option: true }],
  direct: [null, { option: true }],
  expectedFaults: [[], { option: true }],

  folder: async ({ alteration }, use) => {
    const console = await altered(alteration);
    await use(console.folder);
    await console.remove();
  },

  emulator: async ({ emulatorArgs, folder }, use) => {
    const emulator = await Emulator.start(emulatorArgs, folder);
    await use(emulator);
    await emulator.stop();
  },

  server: async ({ emulator, folder, direct }, use) => {
    if (direct !== null || nginx === undefined) {
      await use(emulator);
      return;
    }
    const server = await Nginx.start({ console: folder, upstream: emulator.url });
    await use(server);
    await server.stop();
  },

  baseURL: async ({ server }, use) => use(server.url),

  faults: [
    async ({ context, server, expectedFaults }, use) => {
      const faults = await watch(context, server.url);
      await use(faults);
      const unexpected = faults.filter((fault) => !expectedFaults.some((expected) => expected.test(fault)));
      if (unexpected.length > 0) {
        throw new Error(`faults of the page:\n${unexpected.join("\n")}`);
      }
      const missing = expectedFaults.filter((expected) => !faults.some((fault) => expected.test(fault)));
      if (missing.length > 0) {
        throw new Error(`faults that should have occurred: ${missing.join(", ")}`);
      }
    },
    { auto: true },
  ],
});
