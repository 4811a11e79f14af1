// Which program a page of the console needs: the front has the list of organizations and signing in, which every visit
// needs first; all other pages are in the whole (src/app/programs.rs).

/** What the paths of pages have in them that only the whole has. What merely looks so is in the whole too. */
export const OF_THE_WHOLE = /\/(journal|organizations\/.)/;
