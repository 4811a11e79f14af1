// One table in a page, worked by keys and clicks, and how long each took to be seen.
import type { Page } from "@playwright/test";

/** Where the parts of a table are, by selectors. */
export interface Grid {
  search: string;
  /** The head of the id's column, which sorts when it is clicked. */
  head: string;
  /** Any row. */
  row: string;
  /** The first rows but the very first, where the console keeps the caller in every order. */
  firstRows: string;
  /** What scrolls. */
  scroller: string;
}

/** What is measured. */
export const STEPS = ["first key", "refining key", "back to empty", "sort", "page of scrolling"] as const;

/** Milliseconds of every run, by step. */
export type Taken = Record<(typeof STEPS)[number], number[]>;

/** How often everything is done before it counts: compilers of the browser have their own warm-up. */
const WARM_UP = 3;

/** Does every step so many times. */
export async function measure(page: Page, grid: Grid, runs: number): Promise<Taken> {
  const taken: Taken = { "first key": [], "refining key": [], "back to empty": [], sort: [], "page of scrolling": [] };
  const search = page.locator(grid.search);
  await page.evaluate(install);
  for (let run = -WARM_UP; run < runs; run += 1) {
    const keep = (step: keyof Taken, time: number) => run >= 0 && taken[step].push(time);
    await search.focus();
    keep("first key", await change(page, grid, () => page.keyboard.press("z")));
    keep("refining key", await change(page, grid, () => page.keyboard.press("o")));
    await page.keyboard.press("Control+A");
    keep("back to empty", await change(page, grid, () => page.keyboard.press("Delete")));
    keep("sort", await change(page, grid, () => page.locator(grid.head).click()));
    keep("page of scrolling", await page.evaluate(scroll, grid));
    await page.evaluate(toTop, grid);
  }
  return taken;
}

/** Gives the page a function that the steps share. */
function install(): void {
  window.drawn = (isShown) =>
    new Promise((resolve) => {
      const look = () => {
        if (!isShown()) {
          requestAnimationFrame(look);
          return;
        }
        // A message is answered after the frame is drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
}

/** The time from a key or click to the frame in which the first rows are others. */
async function change(page: Page, { firstRows }: Grid, act: () => Promise<void>): Promise<number> {
  await page.evaluate((firstRows) => {
    const text = () => [...document.querySelectorAll(firstRows)].map((row) => row.textContent).join();
    const before = text();
    let since = 0;
    for (const type of ["keydown", "pointerup"]) {
      addEventListener(type, (event) => (since = event.timeStamp), { capture: true, once: true });
    }
    window.taken = window.drawn(() => since > 0 && text() !== before).then((at) => at - since);
  }, firstRows);
  await act();
  return page.evaluate(() => window.taken);
}

/** Scrolls by ten pages, so that every row is another, and waits for the frame in which the middle of the page has one. */
function scroll({ scroller, row }: Grid): Promise<number> {
  const since = performance.now();
  const element = document.querySelector(scroller);
  if (element === null) {
    throw new Error(`nothing in the page is ${scroller}`);
  }
  element.scrollBy({ top: 10 * innerHeight, behavior: "instant" });
  const middle = () => document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return window.drawn(() => Boolean(middle()?.closest(row))).then((at) => at - since);
}

/** Scrolls back, and waits until that is drawn. */
function toTop({ scroller }: Grid): Promise<void> {
  document.querySelector(scroller)?.scrollTo({ top: 0, behavior: "instant" });
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)));
  });
}

declare global {
  interface Window {
    /** When the first frame is drawn for which the condition holds. */
    drawn(isShown: () => boolean): Promise<number>;
    taken: Promise<number>;
  }
}
