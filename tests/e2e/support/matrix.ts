// The matrix of the access review, as its user finds a cell: by image and user.
import { expect, type Locator, type Page } from "@playwright/test";
import { button, signIn } from "./console.ts";

/** The grid. */
export function grid(page: Page): Locator {
  return page.getByRole("grid", { name: "Matrix", exact: true });
}

/** Signs in at a matrix, and reads what it compares. */
export async function openMatrix(page: Page, query: Record<string, string>): Promise<void> {
  await signIn(page, { at: `/review/matrix?${new URLSearchParams(query).toString()}` });
  await button(page, "Start scan").click();
  await expect(page.getByText(/^As read by admin, /)).toBeVisible({ timeout: 45_000 });
}

/** The row of an image or user. */
export function row(page: Page, name: string): Locator {
  const head = page.getByRole("rowheader", { name, exact: true });
  return grid(page).getByRole("row").filter({ has: head });
}

/** The cell of a row and a column, by the names in their heads. */
export async function cell(page: Page, rowName: string, columnName: string): Promise<Locator> {
  const head = grid(page).getByRole("columnheader", { name: columnName, exact: true });
  const column = await head.getAttribute("aria-colindex");
  expect(column, columnName).not.toBeNull();
  return row(page, rowName).locator(`[role=gridcell][aria-colindex="${column}"]`);
}

/** What the cell says that has the focus. */
export function focused(page: Page): Locator {
  return grid(page).locator("[role=gridcell]:focus");
}

/** The heads and the words of the cell with the focus, as the browser hands them to a screen reader. */
export async function spoken(page: Page): Promise<{ name: string; row: string; column: string }> {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  await client.detach();
  const focused = nodes.find(
    (node) =>
      node.role?.value === "gridcell" && node.properties?.some(({ name, value }) => name === "focused" && value.value === true),
  );
  const place = await page.evaluate(() => {
    const cell = document.activeElement;
    return { column: cell?.getAttribute("aria-colindex"), row: cell?.parentElement?.getAttribute("aria-rowindex") };
  });
  const head = async (selector: string, role: string) => {
    const text = (await grid(page).locator(selector).textContent()) ?? "";
    const isThere = nodes.some((node) => node.role?.value === role && node.name?.value === text && !node.ignored);
    expect(isThere, `${role} ${text} is in the accessibility tree`).toBe(true);
    return text;
  };
  return {
    name: String(focused?.name?.value),
    row: await head(`tr[aria-rowindex="${place.row}"] > th`, "rowheader"),
    column: await head(`thead th[aria-colindex="${place.column}"]`, "columnheader"),
  };
}
