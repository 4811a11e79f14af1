// How long a scan of 2,000 images takes, what a click waits meanwhile, and how a scan goes on in a tab that nobody looks at.
// Each answer of the API takes 80 ms; over HTTP/1.1 five requests are under way at once, over HTTP/2 eight.
import { execFile } from "node:child_process";
import { writeFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "@playwright/test";
import { button, heading, keepSession, newSession } from "../support/console.ts";
import { dist, Emulator, root } from "../support/emulator.ts";
import { Nginx, prepare } from "../support/nginx.ts";
import { KEY } from "../support/session.ts";
import { expect, test } from "../support/test.ts";
import { Devtools, type Tab } from "./devtools.ts";

const LATENCY = 80;
const CLICKS = Number(process.env["SWR_RUNS"] ?? 40);

/** Requests at once. */
const AT_ONCE = { "HTTP/1.1": 5, "HTTP/2": 8 } as const;
type Protocol = keyof typeof AT_ONCE;

/** Two images between which somebody goes back and forth. */
const [HERE, THERE] = ["labs/cases/one-manager", "labs/cases/no-manager"];

test("a scan by itself", async ({ browser }) => {
  for (const protocol of ["HTTP/1.1", "HTTP/2"] as const) {
    await measure(browser, protocol, "review", async (page) => {
      // The first answers tell the console which protocol it is.
      await clicks(page);
      await start(page);
      const began = Date.now();
      const { known } = await end(page);
      const seconds = (Date.now() - began) / 1000;
      const bound = (latency: number) => (known * latency) / AT_ONCE[protocol] / 1000;
      const took = await duration(page);
      console.log(`\n## ${protocol}, ${LATENCY} ms\n`);
      console.log(`${known} requests in ${seconds.toFixed(1)} s: ${(seconds / bound(LATENCY)).toFixed(2)} of the bound of ${bound(LATENCY).toFixed(1)} s`);
      console.log(`a list took ${took.toFixed(1)} ms in the browser: ${(seconds / bound(took)).toFixed(2)} of the bound by that`);
    });
  }
});

test("clicks beside a scan", async ({ browser }) => {
  for (const protocol of ["HTTP/1.1", "HTTP/2"] as const) {
    await measure(browser, protocol, "review", async (page) => {
      const alone = await clicks(page);
      await start(page);
      const beside = await clicks(page);
      const [quiet, busy] = [percentile(alone, 95), percentile(beside, 95)];
      console.log(`\n## ${protocol}, ${LATENCY} ms\n`);
      console.log(`first byte of a click, p95 of ${CLICKS}: ${quiet.toFixed()} ms alone, ${busy.toFixed()} ms beside a scan: ${(busy / quiet).toFixed(2)}`);
    });
  }
});

test("a million grants", async ({ browser }) => {
  await measure(browser, "HTTP/2", "review-crowded", async (page) => {
    const before = await megabytes(page);
    const began = await page.evaluate(() => performance.now());
    await start(page);
    await end(page);
    const ended = await page.evaluate(() => performance.now());
    const after = await megabytes(page);
    const tasks = await page.evaluate(
      ({ began, ended }) => (globalThis as unknown as Seen).tasks.filter(({ at }) => at >= began && at < ended).map(({ ms }) => ms),
      { began, ended },
    );
    console.log("\n## A million grants\n");
    console.log(`memory of the program: ${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after: ${(after - before).toFixed(1)} MB`);
    console.log(`tasks over 50 ms in ${((ended - began) / 1000).toFixed(1)} s: ${tasks.length}, the longest ${Math.max(0, ...tasks).toFixed()} ms`);
  });
});

test("a scan in a tab that nobody looks at", async ({ playwright }) => {
  const emulator = await Emulator.start(["--seed", "review", "--latency", String(LATENCY)]);
  const nginx = await startNginx("HTTP/1.1", emulator.url);
  const requests = await playwright.request.newContext({ baseURL: nginx.url });
  const browser = await Devtools.start(process.env["CHROME"] ?? "/usr/bin/chromium", []);
  const tab = await browser.open();
  await tab.goTo(`${nginx.url}/config.json`, "document.body");
  await tab.value(`sessionStorage.setItem(${JSON.stringify(KEY)}, ${JSON.stringify(await newSession(requests, "admin"))})`);
  const named = (name: string) => `[...document.querySelectorAll("button")].find((button) => button.textContent.trim() === "${name}")`;
  await tab.goTo(`${nginx.url}/review`, named("Start scan"));
  await tab.value(`${named("Start scan")}.click()`);
  await tab.until(named("Pause"));
  const seen = await pace(tab, 10);
  await browser.open();
  await tab.until(`document.visibilityState === "hidden"`);
  // For a while the browser lets a tab go on as before.
  await pace(tab, 2);
  const hidden = await pace(tab, 10);
  console.log("\n## In a hidden tab\n");
  console.log(`${seen.toFixed(1)} requests a second in sight, ${hidden.toFixed(1)} hidden: ${(hidden / seen).toFixed(2)}`);
  await browser.close();
  await nginx.stop();
  await emulator.stop();
});

/** How long a list took on average, by the browser's own clock: on the way, in nginx and in the emulator. */
function duration(page: Page): Promise<number> {
  return page.evaluate(() => {
    const lists = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/access"));
    return lists.reduce((sum, { duration }) => sum + duration, 0) / lists.length;
  });
}

/** What a page has been watched for. */
interface Seen {
  memory: WebAssembly.Memory | undefined;
  tasks: { at: number; ms: number }[];
}

/** Keeps the memory of the program, its tasks over 50 ms, and how long each request took. */
function look(): void {
  const seen = globalThis as unknown as Seen;
  seen.tasks = [];
  performance.setResourceTimingBufferSize(10_000);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ at: startTime, ms: duration });
  }).observe({ type: "longtask", buffered: true });
  for (const name of ["instantiate", "instantiateStreaming"] as const) {
    const real = WebAssembly[name] as (...given: unknown[]) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;
    Object.assign(WebAssembly, {
      [name]: async (...given: unknown[]) => {
        const made = await real.apply(WebAssembly, given);
        seen.memory ??= Object.values(made.instance.exports).find((value) => value instanceof WebAssembly.Memory);
        return made;
      },
    });
  }
}

/** How much memory the program has, in millions of bytes. */
function megabytes(page: Page): Promise<number> {
  return page.evaluate(() => ((globalThis as unknown as Seen).memory?.buffer.byteLength ?? Number.NaN) / 1e6);
}

/** Signs in behind an nginx that speaks a protocol, and opens the first image. */
async function measure(browser: Browser, protocol: Protocol, seed: string, run: (page: Page) => Promise<void>): Promise<void> {
  const emulator = await Emulator.start(["--seed", seed, "--latency", String(LATENCY)]);
  const nginx = await startNginx(protocol, emulator.url);
  const context = await browser.newContext({ baseURL: nginx.url, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.addInitScript(look);
  await keepSession(page, "admin");
  await page.goto(address(HERE));
  await expect(page.getByRole("table")).toBeVisible();
  await run(page);
  await context.close();
  await nginx.stop();
  await emulator.stop();
}

function startNginx(protocol: Protocol, upstream: string): Promise<Nginx> {
  return Nginx.startWith(async (folder, port) => {
    await prepare(folder, dist);
    for (const file of ["nobody.pem", "local.conf"]) {
      await symlink(`${root}deploy/nginx/${file}`, join(folder, file === "local.conf" ? "nginx.conf" : file));
    }
    await writeFile(join(folder, "upstream.conf"), `set $swr_console_upstream ${upstream};\n`);
    const isPlain = protocol === "HTTP/1.1";
    const tls = isPlain ? "" : `ssl_certificate ${folder}/own.pem; ssl_certificate_key ${folder}/own.key;`;
    await writeFile(join(folder, "listen.conf"), `listen 127.0.0.1:${port}${isPlain ? "" : " ssl http2"};\n${tls}\n`);
    if (!isPlain) {
      const out = ["-keyout", join(folder, "own.key"), "-out", join(folder, "own.pem")];
      await promisify(execFile)("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", ...out]);
    }
    return `${isPlain ? "http" : "https"}://127.0.0.1:${port}`;
  });
}

function address(image: string): string {
  const [organization, ...name] = image.split("/");
  return `/organizations/${organization}/images/${name.join("$")}`;
}

async function start(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Access review", exact: true }).click();
  await button(page, "Start scan").click();
  await expect(button(page, "Pause")).toBeVisible();
}

/** Goes back and forth, and says how long each time the permissions took to begin to come. */
async function clicks(page: Page): Promise<number[]> {
  const waits: number[] = [];
  for (const image of [HERE, THERE]) {
    await page.evaluate((at) => {
      history.pushState(null, "", at);
      dispatchEvent(new PopStateEvent("popstate"));
    }, address(image));
    await expect(heading(page, image)).toBeVisible();
  }
  for (let click = 0; click < CLICKS; click += 1) {
    const from = await page.evaluate(() => performance.now());
    await (click % 2 === 0 ? page.goBack() : page.goForward());
    const image = click % 2 === 0 ? HERE : THERE;
    const wait = await page.waitForFunction(
      ({ from, name }) => {
        performance.setResourceTimingBufferSize(10_000);
        const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
        const found = entries.find((entry) => entry.startTime >= from && entry.name.endsWith(`/repos/${name}/access`));
        return found === undefined ? null : found.responseStart - found.startTime;
      },
      { from, name: encodeURI(image.split("/").slice(1).join("$")) },
    );
    waits.push((await wait.jsonValue()) as number);
  }
  return waits;
}

async function end(page: Page): Promise<{ known: number }> {
  await expect(page.getByText("Finished.", { exact: true }).first()).toBeVisible({ timeout: 120_000 });
  const known = await page.getByRole("progressbar").getAttribute("max");
  return { known: Number(known) };
}

/** How many of the scan's requests are answered in a second, by what the page says before and after. */
async function pace(tab: Tab, seconds: number): Promise<number> {
  const done = () => tab.value<number>("document.querySelector('progress').value");
  const before = await done();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return ((await done()) - before) / seconds;
}

function percentile(numbers: number[], percent: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}
