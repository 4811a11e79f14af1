// Whether a page can be used by everyone, as far as a program can tell.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const COLOURS = "color-contrast";

/** Finds no violation of WCAG 2.2 AA or of good practice in what is on the screen. */
export async function expectNoViolations(page: Page, where: string): Promise<void> {
  await expectNone(page, where, (axe) => axe.withTags(TAGS));
}

/**
 * Finds no violation but of colours, which a narrow page has no others of, and which take longer to judge than all the
 * rest.
 */
export async function expectNoViolationsButColours(page: Page, where: string): Promise<void> {
  await expectNone(page, where, (axe) => axe.withTags(TAGS).disableRules([COLOURS]));
}

/** Finds nothing that can't be read for its colours: all that another theme changes. */
export async function expectReadableColours(page: Page, where: string): Promise<void> {
  await expectNone(page, where, (axe) => axe.withRules([COLOURS]));
}

async function expectNone(page: Page, where: string, wants: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  await page.evaluate(endTransitions);
  // All of the page is one frame, and the other mode would open a page of its own for every look.
  const { violations } = await wants(new AxeBuilder({ page })).setLegacyMode().analyze();
  const said = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join("\n")}`,
  );
  expect.soft(said, where).toEqual([]);
}

/**
 * Ends what is still on its way to a new look: a button between its light and its dark surface under text that is dark
 * already was once judged for its contrast.
 */
function endTransitions(): void {
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish();
  }
}

/** Finds nothing that makes the page, or an open dialog, scroll sideways. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const overhang = await page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    const scrolling = [root, ...document.querySelectorAll("dialog[open]")];
    return scrolling
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => {
        const edge = element.getBoundingClientRect().left + element.clientWidth;
        const inside = [...element.querySelectorAll("*")];
        const wide = inside.filter((one) => one.getBoundingClientRect().right > edge + 1).slice(0, 3);
        const names = wide.map((one) => `${one.tagName} ${one.textContent?.slice(0, 40) ?? ""}`);
        return `${element.tagName}: ${element.scrollWidth} > ${element.clientWidth} (${names.join(", ")})`;
      });
  });
  expect.soft(overhang, where).toEqual([]);
}
