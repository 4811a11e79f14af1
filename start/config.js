// Asks for config.json while the program is on its way. The program takes the answer over when it starts, with the moment
// at which it came, since it tells what the web server's clock said then (src/api/host.rs).

/* global CONFIG_URL -- written in by cargo xtask (xtask/npm/start.mjs) */

const came = fetch(CONFIG_URL, { cache: "no-cache", redirect: "error" }).then((answer) => [answer, Date.now()]);
// The program asks again then, and tells what went wrong.
came.catch(() => {});
addEventListener("swr-console:config", ({ data }) => data.push(came), { once: true });
