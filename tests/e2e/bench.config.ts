// Measures the built console in Chromium behind nginx: `cargo xtask bench load`. What is correct is tested elsewhere; here
// things are counted and timed, one after another, so that nothing runs beside what is measured. Variables, beside those
// of playwright.config.ts:
//   SWR_RUNS        how often each visit is made; medians are printed
//   SWR_LIGHTHOUSE  Lighthouse's program; without it no scores
import { defineConfig } from "@playwright/test";
import config from "./playwright.config.ts";

export default defineConfig({
  ...config,
  testDir: "bench",
  testMatch: "*.bench.ts",
  workers: 1,
  retries: 0,
  timeout: 30 * 60_000,
  reporter: [["line"]],
});
