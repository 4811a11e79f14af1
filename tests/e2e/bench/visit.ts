// One visit of a page, watched: what was transferred, and when what could be seen.
import type { Browser, CDPSession, Page } from "@playwright/test";

/** The line and the computer that someone has. */
export interface Profile {
  name: string;
  /** Bytes in a second, both ways; `null` for as many as there are. */
  throughput: number | null;
  /** Milliseconds before every answer. */
  latency: number;
  /** How many times slower than this computer. */
  slowdown: number;
}

export const PROFILES: Profile[] = [
  { name: "plain", throughput: null, latency: 0, slowdown: 1 },
  { name: "1.6 Mbit/s, 150 ms, CPU ÷ 4", throughput: 1_600_000 / 8, latency: 150, slowdown: 4 },
];

/** What a visit took, up to what was waited for. Times in milliseconds since it began, memory in bytes. */
export interface Measured {
  requests: number;
  /** The bodies as they came over the line, compressed, by the kind of file. */
  bytes: Record<string, number>;
  /** The headers of the answers. */
  headers: number;
  /** When the shell of the page was there, which has no words. */
  shell: number;
  /** When the first words were. */
  firstPaint: number;
  largestPaint: number;
  shift: number;
  /** When the page showed what was waited for. */
  ready: number;
  /** The time by which tasks were longer than 50 ms, together. */
  blocked: number;
  heap: number;
}

/** What the page itself measures. */
interface Seen {
  largestPaint: number;
  shift: number;
  blocked: number;
  ready: number;
}

declare global {
  interface Window {
    seen?: Seen;
  }
}

/** Opens a page of its own in a new browser context, with everything slowed down as the profile says. */
export async function open(browser: Browser, baseURL: string, profile: Profile): Promise<[Page, CDPSession]> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Performance.enable");
  await session.send("Emulation.setCPUThrottlingRate", { rate: profile.slowdown });
  const throughput = profile.throughput ?? -1;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: profile.latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  return [page, session];
}

/** Goes to an address, waits for a text in an element, and returns how long that took. */
export async function visit(page: Page, session: CDPSession, at: string, awaited: Awaited): Promise<Measured> {
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = {};
  const bodies = new Map<string, number>();
  let [requests, headers] = [0, 0];
  session.on("Network.responseReceived", ({ requestId, response, type }) =>
    kinds.set(requestId, response.mimeType === "application/wasm" ? "wasm" : type.toLowerCase()),
  );
  session.on("Network.dataReceived", ({ requestId, encodedDataLength }) =>
    bodies.set(requestId, (bodies.get(requestId) ?? 0) + encodedDataLength),
  );
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "other";
    const body = bodies.get(requestId) ?? 0;
    requests += 1;
    bytes[kind] = (bytes[kind] ?? 0) + body;
    headers += encodedDataLength - body;
  });
  await page.addInitScript(look, awaited);
  await page.goto(at, { waitUntil: "commit" });
  await page.waitForFunction(() => (window.seen?.ready ?? 0) > 0, undefined, { timeout: 60_000 });
  // What the page fetches ahead from here on is of the next visit.
  const upToThere = { requests, headers, bytes: { ...bytes } };
  await page.waitForLoadState("networkidle");
  const seen = await page.evaluate(() => {
    const paint = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? 0;
    const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const document = page !== undefined && page.transferSize > page.encodedBodySize ? page.encodedBodySize : 0;
    return { document, shell: paint("first-paint"), firstPaint: paint("first-contentful-paint"), ...window.seen };
  });
  // The browser's tools count the bodies of everything but the page itself.
  upToThere.headers -= seen.document;
  upToThere.bytes["document"] = seen.document;
  const { metrics } = await session.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
  const { shell, firstPaint, largestPaint = 0, shift = 0, ready = 0, blocked = 0 } = seen;
  return { ...upToThere, shell, firstPaint, largestPaint, shift, ready, blocked, heap };
}

/** What someone came for. */
export interface Awaited {
  /** Elements, by a selector. */
  within: string;
  /** What one of them has to say. */
  text: string;
}

/** Runs in the page, before anything else does. */
function look({ within, text }: Awaited): void {
  const seen: Seen = { largestPaint: 0, shift: 0, blocked: 0, ready: 0 };
  window.seen = seen;
  const observe = (type: string, each: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe("largest-contentful-paint", (entry) => (seen.largestPaint = entry.startTime));
  observe("layout-shift", (entry) => (seen.shift += (entry as unknown as { value: number }).value));
  observe("longtask", (entry) => (seen.blocked += entry.duration - 50));
  new MutationObserver(() => {
    const isThere = () => [...document.querySelectorAll(within)].some((one) => one.textContent?.includes(text));
    if (seen.ready === 0 && isThere()) {
      // What is in the document is on the screen with the next frame.
      requestAnimationFrame(() => (seen.ready ||= performance.now()));
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** The middle one of some numbers. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}
