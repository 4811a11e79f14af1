// Which program a visit begins with: the front has the lists, which most visits need first (src/app/programs.rs).

/** Whether only the whole has what the address asks for. Where the name of an organization looks so, it starts too. */
export const isOfTheWhole = /\/(journal|members|images\/.)/.test(location.pathname);
