// How large a run is: the ordinary one is for every change, the full one for a release.

/** Whether this is the full run. */
export const isFull = process.env["SWR_FULL"] === "1";

/** The ordinary number or the full one. */
export function sized(ordinary: number, full: number): number {
  return isFull ? full : ordinary;
}
