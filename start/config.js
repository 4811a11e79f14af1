// Requests config.json while the program is on its way. The program takes the response over when it starts
// (src/api/host.rs).

/* global CONFIG_URL -- written in by cargo xtask (xtask/npm/start.mjs) */

const response = fetch(CONFIG_URL, { cache: "no-cache", redirect: "error" });
// The program asks again then, and reports what went wrong.
response.catch(() => {});
addEventListener("swr-console:config", ({ data }) => data.push(response), { once: true });
