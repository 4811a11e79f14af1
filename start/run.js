// Runs a program that is held against its checksum, whatever the way on which it came.

/** Fetches a program and starts it by `init` of its glue. What goes wrong is told with the name of the file. */
export const run = async (init, url, integrity) => {
  try {
    await init({ module_or_path: fetch(url, { integrity }) });
  } catch (error) {
    throw new Error(`${url}: ${error}`);
  }
};
