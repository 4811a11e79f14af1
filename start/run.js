// Runs a program that is held against its checksum, whatever the way on which it came.

/** Asks for a program or a part of it. */
export const load = (url, integrity, cache = "default") => fetch(url, { integrity, cache });

/** Starts a program, by `init` of its glue, out of the answer that brings it. A failure is reported with its name. */
export const run = async (init, url, answer) => {
  try {
    await init({ module_or_path: answer });
  } catch (error) {
    throw new Error(`${url}: ${error}`);
  }
};
