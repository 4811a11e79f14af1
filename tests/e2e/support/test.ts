// The `test` that all specs use: every test has an emulator of its own, so that no test sees what another did, and fails
// on any fault of the page that it did not expect.
import { test as base } from "@playwright/test";
import { altered, type Alteration } from "./altered.ts";
import { Emulator } from "./emulator.ts";
import { watch } from "./watch.ts";

export { expect } from "@playwright/test";

/** What a spec can set by `test.use`. */
export interface Options {
  /** More arguments for the emulator, for example `["--seed", "large"]`. */
  emulatorArgs: string[];
  /** Files of the console that are served otherwise than they were built. */
  alteration: Alteration;
  /** Faults of the page that are what the test is about; each has to occur. */
  expectedFaults: RegExp[];
}

interface Fixtures {
  /** The emulator behind `baseURL`. */
  emulator: Emulator;
  /** The faults of the page so far. */
  faults: string[];
}

export const test = base.extend<Options & Fixtures>({
  emulatorArgs: [[], { option: true }],
  alteration: [{}, { option: true }],
  expectedFaults: [[], { option: true }],

  emulator: async ({ emulatorArgs, alteration }, use) => {
    const console = await altered(alteration);
    const emulator = await Emulator.start(emulatorArgs, console.folder);
    await use(emulator);
    await emulator.stop();
    await console.remove();
  },

  baseURL: async ({ emulator }, use) => use(emulator.url),

  faults: [
    async ({ context, emulator, expectedFaults }, use) => {
      const faults = await watch(context, emulator.url);
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
