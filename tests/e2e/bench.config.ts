// Measures the built console in Chromium behind nginx: `cargo xtask bench`. What is correct is tested elsewhere; here
// things are counted and timed, one after another, so that nothing runs beside what is measured. Variables, beside those
// of playwright.config.ts:
//   SWR_RUNS        how often everything is done; medians are printed
//   SWR_LIGHTHOUSE  Lighthouse's program; without it no scores
//   SWR_AG_GRID     the folder of AG Grid's script; without it no long table
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
