// How long a long table takes to answer: to a key in its search, to a click on a column, to scrolling. AG Grid Community
// shows the same users in the same browser in the same run, so that a figure has something to be compared with.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { issueToken } from "../support/api.ts";
import { keepSession } from "../support/console.ts";
import type { Emulator } from "../support/emulator.ts";
import { test } from "../support/test.ts";
import { type Grid, measure, STEPS, type Taken } from "./grid.ts";
import { median } from "./visit.ts";

const RUNS = Number(process.env["SWR_RUNS"] ?? 15);
const agGrid = process.env["SWR_AG_GRID"];

/** The seeds, and the image of each that so many users have a permission on. */
const TABLES = [
  { seed: "large", organization: "large", users: 10_000 },
  { seed: "huge", organization: "huge", users: 100_000 },
];

for (const { seed, organization, users } of TABLES) {
  test.describe(`${users} users`, () => {
    test.use({ emulatorArgs: ["--seed", seed] });

    test("a table beside AG Grid", async ({ page, emulator }) => {
      test.skip(agGrid === undefined, "AG Grid is not installed");
      const image = { organization, name: `users-${users}` };
      await openConsole(page, image);
      const ours = await measure(page, CONSOLE, RUNS);
      await openAgGrid(page, await rows(emulator, image));
      const theirs = await measure(page, AG_GRID, RUNS);
      print(users, ours, theirs);
    });
  });
}

interface Image {
  organization: string;
  name: string;
}

const CONSOLE: Grid = {
  search: "input[type=search]",
  head: "th:nth-child(2) button",
  row: "tr[data-row]",
  firstRows: firstRows((place) => `tr[data-row='${place}']`),
  scroller: "html",
};

const AG_GRID: Grid = {
  search: "#search",
  head: ".ag-header-cell[col-id=id]",
  row: ".ag-row",
  firstRows: firstRows((place) => `.ag-row[row-index='${place}']`),
  scroller: ".ag-grid-viewport",
};

function firstRows(at: (place: number) => string): string {
  return Array.from({ length: 8 }, (_, index) => at(index + 1)).join(", ");
}

async function openConsole(page: Page, { organization, name }: Image): Promise<void> {
  await keepSession(page, "admin");
  await page.goto(`/organizations/${organization}/images/${name}`);
  await page.locator(CONSOLE.firstRows).first().waitFor({ timeout: 60_000 });
}

/** A row of AG Grid: what the console's has too, as text. */
interface Row {
  name: string;
  id: string;
  permission: string;
}

/** The users of an image in the order in which the console shows them, by name. */
async function rows(emulator: Emulator, { organization, name }: Image): Promise<Row[]> {
  const token = await issueToken(emulator, "admin");
  const at = `${emulator.url}/v2/manage/namespaces/${organization}/repos/${name}/access`;
  const answer = await fetch(at, { headers: { "X-Auth-Token": token } });
  const { others_auths } = (await answer.json()) as { others_auths: { user_id: string; user_name: string; auth: number }[] };
  const { compare } = new Intl.Collator("en", { numeric: true });
  const permissions = new Map([[1, "Read"], [3, "Write"], [7, "Manage"]]);
  return others_auths
    .map(({ user_id, user_name, auth }) => ({ name: user_name, id: user_id, permission: permissions.get(auth) ?? "" }))
    .sort((one, other) => compare(one.name, other.name));
}

/** A page with nothing but the grid, as its maker's first example has it, and a search. */
async function openAgGrid(page: Page, rows: Row[]): Promise<void> {
  const script = await readFile(`${agGrid ?? ""}/ag-grid-community.min.js`, "utf8");
  await page.route("**/ag-grid.html", (route) => route.fulfill({ contentType: "text/html", body: AG_GRID_PAGE }));
  await page.route("**/ag-grid.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
  await page.goto("/ag-grid.html");
  await page.evaluate((rowData) => {
    const place = document.querySelector("#grid");
    const grid = window.agGrid.createGrid(place, {
      rowData,
      // What moves slowly is shown late: without it the grid is at its fastest.
      animateRows: false,
      defaultColDef: { flex: 1, sortable: true },
      rowSelection: { mode: "multiRow" },
      columnDefs: [{ field: "name" }, { field: "id" }, { field: "permission" }],
    });
    document.querySelector("#search")?.addEventListener("input", ({ target }) =>
      grid.setGridOption("quickFilterText", (target as HTMLInputElement).value),
    );
  }, rows);
  await page.locator(AG_GRID.firstRows).first().waitFor();
}

const AG_GRID_PAGE = `<!doctype html><title>AG Grid</title><script src="/ag-grid.js"></script>
  <input id="search" type="search"><div id="grid" style="height: 640px"></div>`;

declare global {
  interface Window {
    agGrid: {
      createGrid(place: Element | null, options: object): { setGridOption(option: string, value: string): void };
    };
  }
}

function print(users: number, ours: Taken, theirs: Taken): void {
  console.log(`\n## ${users} users, medians of ${RUNS}, in milliseconds to the frame that shows it\n`);
  row("", "console", "AG Grid");
  for (const step of STEPS) {
    row(step, ...[ours, theirs].map((taken) => median(taken[step]).toFixed(1)));
  }
}

function row(...cells: string[]): void {
  console.log(`| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(20) : cell.padStart(8))).join(" | ")} |`);
}
