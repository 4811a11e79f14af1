// What a fault makes of what is read beside a page about who reaches an image from outside: the page stays, what was not
// read is called unknown and never private, and "Refresh" reads it again.
import type { Locator, Page, Request } from "@playwright/test";
import { button, cells, table } from "../console.ts";
import { clearFaults, setFaults } from "../control.ts";
import type { Emulator } from "../emulator.ts";
import { PUBLIC_IMAGE, reach, SHARED_IMAGE, SHARES } from "../outside.ts";
import { expect } from "../test.ts";
import type { Fault } from "./faults.ts";
import { expectHurried } from "./reading.ts";

/** Something that is read beside a page. */
export interface Aside {
  name: string;
  at: string;
  /** The page's table. */
  table: string;
  /** What it reads. */
  path: string;
  /** Where it says what it knows. */
  said: (page: Page) => Locator;
  /** What that is, and what is said if it can't be read. */
  known: string;
  unknown: string;
  /** What a list with broken records leaves known. */
  odd: string;
  /** What must not be there while it is unknown. */
  hides: (page: Page) => Locator;
}

export const ASIDES: Aside[] = [
  {
    name: "an image's record, in its head",
    at: PUBLIC_IMAGE,
    table: "Permissions of outside/public",
    path: "/v2/manage/namespaces/outside/repos/public",
    said: reach,
    known: "Public: anyone can pull",
    unknown: "Visibility unknown",
    odd: "Public: anyone can pull",
    hides: (page) => button(page, "Make private"),
  },
  {
    name: "an image's accounts, in its head",
    at: SHARED_IMAGE,
    table: "Permissions of outside/shared",
    path: SHARES,
    said: reach,
    known: "Shared with 2 accounts (1 expired)",
    unknown: "Not public · sharing unknown",
    odd: "Shared with",
    hides: (page) => page.getByText(/^Shared with/),
  },
  {
    name: "the shared images of an organization",
    at: "/organizations/outside",
    table: "Images of outside",
    path: "/v2/manage/shared-repositories?*",
    said: (page) => table(page, "Images of outside").getByRole("row").filter({ hasText: /^shared/ }),
    known: "Shared",
    unknown: "Not public",
    odd: "Shared",
    hides: (page) => table(page, "Images of outside").getByText("Shared", { exact: true }),
  },
];

/** The requests of a page that are under way, of those that count, until it forgets them. */
function underWay(page: Page, counts: (url: string) => boolean): { urls: Set<string>; forget: () => void } {
  const urls = new Set<string>();
  const begun = (request: Request) => counts(request.url()) && urls.add(request.url());
  const ended = (request: Request) => urls.delete(request.url());
  page.on("request", begun).on("requestfinished", ended).on("requestfailed", ended);
  const forget = () => {
    page.off("request", begun).off("requestfinished", ended).off("requestfailed", ended);
  };
  return { urls, forget };
}

/** Opens the page while something beside it can't be read, and lets it be read again. */
export async function aside(page: Page, emulator: Emulator, region: Aside, fault: Fault): Promise<void> {
  await setFaults(emulator, { ...fault.rule, method: "GET", path: region.path });
  const below = region.path.replace("?*", "");
  const sent = page.waitForRequest((request) => request.method() === "GET" && request.url().includes(below));
  const others = underWay(page, (url) => !url.includes(below));
  await page.goto(region.at);
  await sent;
  await expect(table(page, region.table), "the page itself").toBeVisible();
  if (fault.limit !== undefined) {
    // What else is read beside the page would time out as well when the clock leaps.
    await expect.poll(() => others.urls.size, { message: "requests that are not answered yet" }).toBe(0);
    await page.clock.fastForward(fault.limit + 200);
  }
  others.forget();
  const isData = "data" in fault.said;
  await expectHurried(page, region.said(page), isData ? region.odd : region.unknown);
  await expect(page.getByRole("alert"), "what is beside the page is no fault of its own").toHaveCount(0);
  if (!isData) {
    const shown = (await cells(table(page, region.table))).flat();
    expect(shown, "what was not read is not private").not.toContain("Private");
    await expect(region.hides(page)).toHaveCount(0);
  }
  await clearFaults(emulator);
  await button(page, "Refresh").click();
  await expectHurried(page, region.said(page), region.known);
  await expect(region.hides(page)).toHaveCount(1);
}
