// The regions that read, and where they are. A page that is not in this table is not tested for faults.
import type { Page } from "@playwright/test";
import { GROUP_ACCESS, TEST_ACCESS } from "../api.ts";
import { table } from "../console.ts";
import { PUBLIC_IMAGE, SHARES, SHARING } from "../outside.ts";
import { TEST_IMAGE } from "../seed.ts";
import { expect } from "../test.ts";

/** A region that shows what it reads. */
export interface ReadingRegion {
  name: string;
  at: string;
  /** What it reads. */
  path: string;
  /** Another place of the same kind, which has data of its own. */
  elsewhere: { at: string; table: string };
  /** The table that holds its data. */
  table: string;
  /** A text that is nowhere else. */
  record: string;
  /** What is said if it is not there. */
  missing: string;
  /** Whether the console begins with what it read here before in the session. */
  remembered: boolean;
}

export const READING: ReadingRegion[] = [
  {
    name: "organizations",
    at: "/organizations",
    path: "/v2/manage/namespaces",
    elsewhere: { at: "/organizations/empty/members", table: "Permissions of empty" },
    table: "Organizations",
    record: "group",
    missing: "Organization not found.",
    remembered: false,
  },
  {
    name: "images of an organization",
    at: "/organizations/group",
    path: "/v2/manage/repos?*namespace*group*",
    elsewhere: { at: "/organizations", table: "Organizations" },
    table: "Images of group",
    record: "busybox",
    missing: "Organization not found.",
    remembered: false,
  },
  {
    name: "image permissions",
    at: TEST_IMAGE,
    path: TEST_ACCESS,
    elsewhere: { at: "/organizations/group/images/busybox", table: "Permissions of group/busybox" },
    table: "Permissions of group/test",
    record: "user02",
    missing: "The image or the image permission does not exist.",
    remembered: true,
  },
  {
    name: "members",
    at: "/organizations/group/members",
    path: GROUP_ACCESS,
    elsewhere: { at: "/organizations/empty/members", table: "Permissions of empty" },
    table: "Permissions of group",
    record: "user04",
    missing: "Organization not found.",
    remembered: true,
  },
  {
    name: "accounts that an image is shared with",
    at: SHARING,
    path: SHARES,
    elsewhere: { at: PUBLIC_IMAGE, table: "Permissions of outside/public" },
    table: "Accounts that outside/shared is shared with",
    record: "partner",
    missing: "The image does not exist.",
    remembered: false,
  },
];

/** Goes to an address as the browser's own arrows do: the console stays, and so does everything it holds. */
export async function goTo(page: Page, at: string): Promise<void> {
  await page.evaluate((at) => {
    history.pushState(null, "", at);
    dispatchEvent(new PopStateEvent("popstate"));
  }, at);
}

/** Waits for the good data of a region, and for nothing that speaks against it. */
export async function expectData(page: Page, region: ReadingRegion): Promise<void> {
  const shown = table(page, region.table);
  await expect(shown.getByText(region.record, { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
}
