// Files that the console saves.
import type { Download, Locator, Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { button, type Place } from "./console.ts";

/** A file as the browser saved it. */
export interface Saved {
  name: string;
  text: string;
}

/** Saves a table by "Export". */
export async function save(page: Page, place: Place, kind: "CSV for Excel" | "CSV" | "JSON"): Promise<Saved> {
  await button(place, "Export").click();
  return saveBy(page, button(place, kind));
}

/** Saves by a button that is there already. */
export async function saveBy(page: Page, by: Locator): Promise<Saved> {
  const download: Promise<Download> = page.waitForEvent("download");
  await by.click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** Reads CSV as RFC 4180 describes it, after the mark by which spreadsheets know UTF-8. */
export function readCsv(text: string): string[][] {
  if (!text.startsWith("\uFEFF") || !text.endsWith("\r\n")) {
    throw new Error(`not as spreadsheets like it: ${text.slice(0, 40)}`);
  }
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  cell.lastIndex = 1;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (found === null) {
      throw new Error("no CSV");
    }
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === "\r\n") {
      rows.push([]);
    }
  }
  return rows.slice(0, -1);
}

/** What each row of a CSV says about the file, before the columns of its table. */
export const ABOUT = ["region", "account", "read_by", "read_at", "filter", "sort", "rows", "of"];

/** The columns of the table itself, after checking that every row says what the file is. */
export function readTable(text: string): string[][] {
  const [head, ...rows] = readCsv(text);
  const about = rows.map((row) => row.slice(0, ABOUT.length));
  if (head === undefined || head.slice(0, ABOUT.length).join() !== ABOUT.join() || new Set(about.map(String)).size > 1) {
    throw new Error("the file does not say what it is");
  }
  return [head, ...rows].map((row) => row.slice(ABOUT.length));
}
