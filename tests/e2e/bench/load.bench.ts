// How long it takes until someone sees what they came for, and what that transfers.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { newSession } from "../support/console.ts";
import { TEST_IMAGE } from "../support/seed.ts";
import { store } from "../support/session.ts";
import { expect, test } from "../support/test.ts";
import { type Awaited, type Measured, median, open, PROFILES, visit } from "./visit.ts";

const RUNS = Number(process.env["SWR_RUNS"] ?? 5);
const lighthouse = process.env["SWR_LIGHTHOUSE"];

/** The most that the first visit may take, which no computer's speed changes: what `cargo xtask dist` allows. */
const MOST_REQUESTS = Number(process.env["SWR_MOST_REQUESTS"] ?? Infinity);
const MOST_BYTES = Number(process.env["SWR_MOST_BYTES"] ?? Infinity);

interface Visit {
  name: string;
  at: string;
  awaited: Awaited;
  /** Whether IAM has a session for the tab already. */
  isSignedIn: boolean;
  /** Whether the browser has been here before. */
  isWarm: boolean;
}

const form: Awaited = { within: "h1", text: "Sign in" };
const organizations: Awaited = { within: "td, th", text: "group" };
const permissions: Awaited = { within: "td, th", text: "user01" };

const VISITS: Visit[] = [
  { name: "sign-in page, cold", at: "/", awaited: form, isSignedIn: false, isWarm: false },
  { name: "organizations, cold", at: "/organizations", awaited: organizations, isSignedIn: true, isWarm: false },
  { name: "organizations, warm", at: "/organizations", awaited: organizations, isSignedIn: true, isWarm: true },
  { name: "permissions of group/test, cold", at: TEST_IMAGE, awaited: permissions, isSignedIn: true, isWarm: false },
  { name: "permissions of group/test, warm", at: TEST_IMAGE, awaited: permissions, isSignedIn: true, isWarm: true },
];

test("a visit", async ({ browser, baseURL, request }) => {
  // One sign-in for all visits: nginx lets ten a minute through.
  const kept = await newSession(request, "admin");
  for (const profile of PROFILES) {
    console.log(`\n## ${profile.name}, medians of ${RUNS}\n`);
    row("visit", "requests", "kB", "headers", "shell", "FCP", "LCP", "there", "blocked", "shift", "heap, MB");
    for (const one of VISITS) {
      const all: Measured[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const [page, session] = await open(browser, baseURL ?? "", profile);
        await prepare(page, one, kept);
        all.push(await visit(page, session, one.at, one.awaited));
        await page.context().close();
      }
      const of = (tell: (measured: Measured) => number) => median(all.map(tell));
      row(
        one.name,
        of(({ requests }) => requests).toFixed(),
        (of(total) / 1000).toFixed(1),
        (of(({ headers }) => headers) / 1000).toFixed(1),
        ...[
          of(({ shell }) => shell),
          of(({ firstPaint }) => firstPaint),
          of(({ largestPaint }) => largestPaint),
          of(({ ready }) => ready),
          of(({ blocked }) => blocked),
        ].map((time) => `${time.toFixed()} ms`),
        of(({ shift }) => shift).toFixed(3),
        (of(({ heap }) => heap) / 1e6).toFixed(1),
      );
      if (one.name === "sign-in page, cold") {
        const [first] = all;
        console.log(`  (${Object.entries(first?.bytes ?? {}).map(([kind, bytes]) => `${kind} ${bytes}`).join(", ")})`);
        expect(of(({ requests }) => requests), "requests of a first visit").toBeLessThanOrEqual(MOST_REQUESTS);
        expect(of(total), "bytes of a first visit").toBeLessThanOrEqual(MOST_BYTES);
      }
    }
  }
});

test("Lighthouse", async ({ baseURL }) => {
  test.skip(lighthouse === undefined, "Lighthouse is not installed");
  console.log("\n## Lighthouse, medians of 3\n");
  row("form factor", "performance", "accessibility", "best practices", "FCP", "LCP", "TBT", "CLS");
  for (const form of ["desktop", "mobile"]) {
    const all: Report[] = [];
    for (let run = 0; run < 3; run += 1) {
      // It loses a trace now and then, and asks to be run again.
      const again = () => report(form, baseURL ?? "");
      all.push(await again().catch(again).catch(again));
    }
    const of = (tell: (report: Report) => number) => median(all.map(tell));
    const scores = ["performance", "accessibility", "best-practices"];
    const times = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"];
    row(
      form,
      ...scores.map((name) => of(({ categories }) => 100 * (categories[name]?.score ?? 0)).toFixed()),
      ...times.map((name) => `${of(({ audits }) => audits[name]?.numericValue ?? 0).toFixed()} ms`),
      of(({ audits }) => audits["cumulative-layout-shift"]?.numericValue ?? 0).toFixed(3),
    );
    const short = Object.entries(all[0]?.audits ?? {}).filter(([, { score }]) => score !== null && score < 0.9);
    console.log(`  (below 0.9: ${short.map(([name, { score }]) => `${name} ${score}`).join(", ") || "nothing"})`);
  }
});

interface Report {
  categories: Record<string, { score: number }>;
  audits: Record<string, { score: number | null; numericValue?: number }>;
}

/** What has to be so before the visit; `kept` is what the console keeps of a session. */
async function prepare(page: Page, { at, isSignedIn, isWarm }: Visit, kept: string): Promise<void> {
  if (isSignedIn) {
    await store(page, kept);
  }
  if (isWarm) {
    await page.goto(at, { waitUntil: "networkidle" });
  }
}

function total({ bytes }: Measured): number {
  return Object.values(bytes).reduce((sum, one) => sum + one, 0);
}

async function report(form: string, url: string): Promise<Report> {
  const preset = form === "desktop" ? ["--preset=desktop"] : [];
  const { stdout } = await promisify(execFile)(
    "node",
    [
      lighthouse ?? "",
      `${url}/`,
      "--output=json",
      "--quiet",
      "--only-categories=performance,accessibility,best-practices",
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage",
      ...preset,
    ],
    { maxBuffer: 1e9, env: { ...process.env, CHROME_PATH: process.env["CHROME"] ?? "/usr/bin/chromium" } },
  );
  return JSON.parse(stdout) as Report;
}

function row(...cells: string[]): void {
  console.log(`| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(32) : cell.padStart(9))).join(" | ")} |`);
}
