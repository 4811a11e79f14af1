// The main task in Firefox and in WebKit: signing in, granting, changing, revoking, a session that ends, and two tabs.
import { expect, test } from "@playwright/test";
import { dist, Emulator } from "../support/emulator.ts";
import { Nginx } from "../support/nginx.ts";
import { ID, PASSWORD, TEST_IMAGE } from "../support/seed.ts";
import { firefox } from "./support/firefox.ts";
import { type Engine, Tab } from "./support/tab.ts";
import { webkit } from "./support/webkit.ts";

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: \`cargo xtask test --only engines\` sets it`);
  }
  return value;
}

const ENGINES: [string, () => Promise<Engine>][] = [
  ["Firefox", () => firefox(variable("SWR_FIREFOX"))],
  [
    "WebKit",
    () =>
      webkit({
        driver: variable("SWR_WEBKIT"),
        browser: variable("SWR_MINIBROWSER"),
        display: variable("SWR_XVFB"),
      }),
  ],
];

async function signIn(tab: Tab): Promise<void> {
  await tab.fill("Account", "demo");
  await tab.fill("User name", "admin");
  await tab.fill("Password", PASSWORD);
  await tab.click("Sign in");
}

for (const [name, start] of ENGINES) {
  test(`permissions are granted, changed and revoked in ${name}, and sessions end as they should`, async () => {
    const emulator = await Emulator.start([]);
    const server = await Nginx.start({ console: dist, upstream: emulator.url });
    const engine = await start();
    console.log(engine.version);
    try {
      const tab = new Tab(await engine.tab());
      await test.step("sign in, by the form, to the table", async () => {
        await tab.open(`${server.url}${TEST_IMAGE}`);
        await signIn(tab);
        await tab.holds(["admin", "Manage"], ["user01", "Manage"], ["user03", "Read"]);
      });
      await test.step("grant", async () => {
        await tab.click("Grant permission");
        await tab.fill("User name", "user05");
        await tab.fill("User ID", ID.user05);
        await tab.click("Grant");
        await tab.shows("Granted Read to user05.");
        await tab.holds(["user05", "Read"]);
      });
      await test.step("change in the row", async () => {
        await tab.click("Change user03");
        await tab.choose("Permission of user03", "Write");
        await tab.click("Save");
        await tab.shows("user03 now has Write.");
        await tab.holds(["user03", "Write"]);
      });
      await test.step("revoke", async () => {
        await tab.click("Revoke user05");
        await tab.click("Revoke");
        await tab.shows("Revoked the permission of user05.");
      });
      await test.step("the journal has all three, and saves an audit file", async () => {
        await tab.follow("Journal");
        await tab.shows("3. Revoked 1 permission on group/test");
        await tab.click("Save audit file");
        await tab.shows(/SHA-256 of the last line: [0-9a-f]{64}/);
      });
      const other = new Tab(await engine.tab());
      await test.step("another tab goes on with the session", async () => {
        await other.open(`${server.url}${TEST_IMAGE}`);
        await other.holds(["user03", "Write"]);
      });
      await test.step("a token that ended is asked for again, and the page goes on", async () => {
        const { token } = await other.stored();
        const answer = await fetch(`${emulator.url}/v3/auth/tokens`, {
          method: "DELETE",
          headers: { "X-Auth-Token": token, "X-Subject-Token": token },
        });
        expect(answer.status).toBe(204);
        await other.click("Refresh");
        await other.fill("Password", PASSWORD);
        await other.click("Sign in");
        await other.holds(["user03", "Write"]);
      });
      await test.step("signing out ends it in both tabs, and a reload does not bring it back", async () => {
        await other.click("Sign out");
        await other.shows("Password");
        await tab.shows("Password");
        expect([await tab.blocked(), await other.blocked()], "blocked by the policy").toEqual(["", ""]);
        await tab.open(`${server.url}${TEST_IMAGE}`);
        await tab.shows("Password");
      });
    } finally {
      await engine.close();
      await server.stop();
      await emulator.stop();
    }
  });
}
