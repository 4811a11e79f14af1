// How the end-to-end tests run. `cargo xtask test` builds what they need and says where it is, by these variables:
//   CHROME          the browser's program
//   SWR_EMULATOR    the emulator's program (support/emulator.ts)
//   SWR_DIST        the built console (support/emulator.ts)
//   SWR_E2E_REPORT  where the report goes that the tests are counted from
// By hand, after `cargo xtask dist`: `npm test` in this folder.
import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";
import { reporter } from "./support/reporter.ts";

const browsers = [
  process.env["CHROME"],
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const browser = browsers.find((path) => path !== undefined && existsSync(path));
if (browser === undefined) {
  throw new Error("no Chrome or Chromium found: name it by the variable CHROME");
}

export default defineConfig({
  testDir: "specs",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  // A test that passes only sometimes is a fault to be found. Where nobody watches, it is run once more so that all
  // others have their say, and named as what it is in the end.
  retries: process.env["CI"] === undefined ? 0 : 1,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 60_000,
  // A machine that compiles beside the tests is slow; waiting longer for what will come costs nothing.
  expect: { timeout: 10_000 },
  reporter,
  use: {
    browserName: "chromium",
    locale: "en-US",
    // Recording every step takes as long again as the steps, so it is for looking into a failure: `--trace on`.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: browser,
      // Chromium's sandbox does not work for root, and containers know no other user.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        "--disable-gpu",
        // A name that is not this computer's own, so that a page over http is no secure context there.
        "--host-resolver-rules=MAP plain.example 127.0.0.1",
        "--disable-dev-shm-usage",
        // The rest keeps the browser from calling its maker, which a closed network answers with noise.
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
