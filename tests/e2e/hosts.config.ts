// The checks of the web servers' configurations in deploy/, which need no browser: `cargo xtask test --only hosts`. What
// they need is said by these variables, beside those of playwright.config.ts:
//   SWR_NGINX, SWR_NGINX_BROTLI  nginx and its module (support/nginx.ts)
//   SWR_CADDY                    Caddy (hosts/support/caddy.ts)
//   SWR_HEADERS, SWR_CADDY_HEADERS  the headers of the built console, for each
//   SWR_OBSERVATORY              the folder of the MDN HTTP Observatory (hosts/grade.spec.ts)
import { defineConfig } from "@playwright/test";
import { reporter } from "./support/reporter.ts";

export default defineConfig({
  testDir: "hosts",
  outputDir: "test-results",
  workers: 2,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 30_000,
  reporter,
});
