// Going to and fro for hours leaves nothing behind: memory, nodes and listeners stay where they are.
import type { CDPSession, Page } from "@playwright/test";
import { heading, signInByForm, table } from "../support/console.ts";
import { goTo } from "../support/faults/regions.ts";
import { openGrant } from "../support/grant.ts";
import { TEST_IMAGE } from "../support/seed.ts";
import { sized } from "../support/size.ts";
import { expect, test } from "../support/test.ts";

const SWITCHES = sized(100, 2_000);

/** What is measured, after everything that nobody holds any more is gone. */
const MEASURED = ["JSHeapUsedSize", "Nodes", "JSEventListeners"] as const;

type Sample = Record<(typeof MEASURED)[number], number>;

/** How much more the end may have than the first quarter: a share, and what a browser's own moods come to. */
const SLACK: Record<keyof Sample, { share: number; more: number }> = {
  JSHeapUsedSize: { share: 0.1, more: 500_000 },
  Nodes: { share: 0.05, more: 100 },
  JSEventListeners: { share: 0.05, more: 20 },
};

/** A round trip through everything that there is; each stop is waited for. */
const stops: ((page: Page) => Promise<void>)[] = [
  (page) => stop(page, "/organizations/group", "Images of group"),
  (page) => stop(page, TEST_IMAGE, "Permissions of group/test"),
  (page) => stop(page, "/organizations/group/images/busybox", "Permissions of group/busybox"),
  (page) => stop(page, "/organizations/group/members", "Permissions of group"),
  async (page) => {
    await goTo(page, TEST_IMAGE);
    const dialog = await openGrant(page);
    await dialog.cancel.click();
    await expect(dialog.root).toHaveCount(0);
  },
  async (page) => {
    await goTo(page, "/journal");
    await expect(heading(page, "Journal")).toBeVisible();
  },
  async (page) => {
    // Left before its answer is there.
    await goTo(page, "/organizations/group/images/hang");
    await stop(page, "/organizations/empty/members", "Permissions of empty");
  },
  (page) => stop(page, "/organizations", "Organizations"),
];

async function stop(page: Page, at: string, name: string): Promise<void> {
  await goTo(page, at);
  await expect(table(page, name)).toBeVisible();
}

async function sample(client: CDPSession): Promise<Sample> {
  // What the program gives back after one collection goes with the next.
  for (let time = 0; time < 3; time += 1) {
    await client.send("HeapProfiler.collectGarbage");
  }
  const { metrics } = await client.send("Performance.getMetrics");
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { JSHeapUsedSize: value("JSHeapUsedSize"), Nodes: value("Nodes"), JSEventListeners: value("JSEventListeners") };
}

test(`${SWITCHES} route switches leave nothing behind`, async ({ page }) => {
  test.setTimeout(60_000 + SWITCHES * 1_000);
  const client = await page.context().newCDPSession(page);
  await client.send("HeapProfiler.enable");
  await client.send("Performance.enable");
  await signInByForm(page);
  await expect(table(page, "Organizations")).toBeVisible();

  const samples: Sample[] = [];
  const rounds = Math.ceil(SWITCHES / stops.length);
  for (let round = 1; round <= rounds; round += 1) {
    for (const go of stops) {
      await go(page);
    }
    // Always at the same place, with the same things on the screen.
    if (round === Math.ceil((rounds * (samples.length + 1)) / 4)) {
      samples.push(await sample(client));
    }
  }

  const [first, last] = [samples[0], samples.at(-1)];
  expect(samples).toHaveLength(4);
  for (const name of MEASURED) {
    const figures = samples.map((one) => one[name]).join(", ");
    console.log(`${name} after each quarter of ${rounds * stops.length} switches: ${figures}`);
    const { share, more } = SLACK[name];
    expect.soft(last?.[name], name).toBeLessThanOrEqual((first?.[name] ?? 0) * (1 + share) + more);
  }
});
