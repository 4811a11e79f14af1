// The main task in engines other than Chromium: `cargo xtask test --only engines`. What it needs is said by these variables,
// beside those of playwright.config.ts:
//   SWR_FIREFOX      Firefox (engines/support/firefox.ts)
//   SWR_WEBKIT       the driver of WebKitGTK (engines/support/webkit.ts)
//   SWR_MINIBROWSER  its browser
//   SWR_XVFB         a display, since that browser can't do without
import { defineConfig } from "@playwright/test";
import { reporter } from "./support/reporter.ts";

export default defineConfig({
  testDir: "engines",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  retries: process.env["CI"] === undefined ? 0 : 1,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 120_000,
  reporter,
});
