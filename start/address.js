// Which addresses need the tables at once (src/pages/parts/): all but those of signing in and of the organizations.

/** What the paths of such pages have in them. The part is of use later where a path merely looks so. */
export const OF_TABLES = /\/(journal|organizations\/.)/;
