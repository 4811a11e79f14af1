// A console with a file that is missing or says something else, as a careless deployment leaves it.
import { mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dist } from "./emulator.ts";

/** What is other than built. */
export interface Alteration {
  /** The text of `config.json`; `null` for a console without that file. */
  config?: string | null;
  /** The ending of files that are missing. */
  without?: string;
}

/** A folder with the altered console, and the way to get rid of it. An alteration of nothing is the console itself. */
export async function altered({ config, without }: Alteration): Promise<{ folder: string; remove(): Promise<void> }> {
  if (config === undefined && without === undefined) {
    return { folder: dist, remove: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), "swr-console-"));
  for (const file of await readdir(dist)) {
    // The compressed copies beside a file are part of it.
    const name = file.replace(/\.(br|gz)$/, "");
    const isMissing = without !== undefined && name.endsWith(without);
    const isConfig = name === "config.json" && config !== undefined;
    if (!isMissing && !isConfig) {
      await symlink(join(dist, file), join(folder, file));
    }
  }
  if (typeof config === "string") {
    await writeFile(join(folder, "config.json"), config);
  }
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
