// The page of a plan: files of plans that a test makes itself, and the run.
import type { Page } from "@playwright/test";
import { issueToken } from "./api.ts";
import { button, dialog, field, signIn, table } from "./console.ts";
import type { Emulator } from "./emulator.ts";
import { openPlan } from "./review.ts";
import { ID, type User } from "./seed.ts";
import { expect } from "./test.ts";

/** A user whom a plan takes a permission from. */
export interface Leaver {
  id: string;
  name: string;
  /** The level's number. */
  seen: number;
}

/** The disabled user of the review's seed who writes on 333 images, all of them below `shop/web`, among others. */
export const DISABLED: Leaver = { id: "1b569727409983e1e3ed3675d603fa92", name: "disabled01", seen: 3 };

/** The file of a plan that takes a user's permission on images of an organization away. */
export function revocations(organization: string, images: string[], leaver: Leaver, by: User = "user01"): string {
  const head = {
    format: "swr-permission-plan",
    version: 1,
    made_by: "a test",
    region: "local",
    account: { id: null, name: "demo" },
    planned_by: { id: ID[by], name: by },
    planned: "2026-01-02T03:04:05.678Z",
    snapshot: null,
  };
  const edits = [[leaver.id, leaver.name, leaver.seen, 0, "OPS-1"]];
  const steps = [...images].sort().map((image) => ({ t: "step", stage: 3, organization, image, id: null, edits }));
  const end = { t: "end", steps: images.length, edits: images.length };
  return [head, ...steps, end].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** The first images of the review's seed that the disabled user writes on, without their organization `shop`. */
export async function disabledUsersImages(emulator: Emulator, count: number): Promise<string[]> {
  const headers = { "X-Auth-Token": await issueToken(emulator, "admin") };
  const answer = await fetch(`${emulator.url}/v2/manage/repos?namespace=shop&limit=1000&offset=0`, { headers });
  const images = ((await answer.json()) as { name: string }[]).map(({ name }) => name);
  const found = images.filter((name) => name.startsWith("web/")).sort();
  return found.slice(0, count);
}

/** Where the list of an image of the review's seed is. */
export function listOf(image: string): string {
  return `/v2/manage/namespaces/shop/repos/${image.replaceAll("/", "$")}/access`;
}

/** Signs in, and opens a plan from its file. */
export async function openedPlan(page: Page, file: string, user: User = "admin"): Promise<void> {
  await signIn(page, { user, at: "/plan" });
  await openPlan(page, file);
  await expect(table(page, "Planned changes")).toBeVisible();
}

/** Runs the plan, and answers the question before. */
export async function run(page: Page, grave = 0): Promise<void> {
  await button(page, "Run plan").click();
  const question = dialog(page, "Run plan");
  if (grave > 0) {
    await field(question, `Number of grave edits (${grave})`).fill(String(grave));
  }
  await button(question, "Run plan").click();
  await expect(question).toBeHidden();
}
