// Other sites can't show the console in a frame, where a click could be led astray.
import { createServer } from "node:http";
import { program as nginx } from "../support/nginx.ts";
import { listen } from "../support/ports.ts";
import { expect, test } from "../support/test.ts";

test.use({ expectedFaults: [/frame-ancestors|request to another origin/] });

test("a page of another site that frames the console shows nothing of it", async ({ page, server }) => {
  test.skip(nginx === undefined, "the header that forbids it is sent by the web server");
  const other = createServer((_, answer) => {
    answer.setHeader("Content-Type", "text/html").end(`<iframe title="console" src="${server.url}/sign-in"></iframe>`);
  });
  const port = await listen(other);
  const refused = page.waitForEvent("console", (line) => line.text().includes("frame-ancestors 'none'"));
  await page.goto(`http://127.0.0.1:${port}/`);
  await refused;
  await expect(page.frameLocator("iframe").getByRole("heading")).toHaveCount(0);
  other.close();
});
