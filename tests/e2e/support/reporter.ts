// Where the results go: to the terminal, and to a file for programs.
import type { ReporterDescription } from "@playwright/test";
import { join } from "node:path";

/** A list, the slowest tests, and the report at SWR_E2E_REPORT where that is set. */
export const reporter: ReporterDescription[] = [["list"], [join(import.meta.dirname, "slowest.ts")]];
if (process.env["SWR_E2E_REPORT"] !== undefined) {
  reporter.push(["json", { outputFile: process.env["SWR_E2E_REPORT"] }]);
}
