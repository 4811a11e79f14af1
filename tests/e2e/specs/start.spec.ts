// The start, and everything that can keep the console from it: its configuration, its files, the browser.
import { button, heading, signInByForm } from "../support/console.ts";
import { expect, test } from "../support/test.ts";

const region = {
  id: "eu-de",
  name: "Europe (Germany)",
  swr: "",
  iam: "",
  registry: "swr.example.com",
  project: "local",
  account: "demo",
};
const config = (change: object) => JSON.stringify({ regions: [{ ...region, ...change }], idle_minutes: 15 });
const { swr: _, ...withoutSwr } = region;

const broken: { name: string; config: string | null; says: RegExp }[] = [
  {
    name: "missing",
    config: null,
    says: /config\.json could not be read: the web server answered 404\.|config\.json is missing/,
  },
  { name: "no JSON", config: '{ "regions": [', says: /config\.json is not valid JSON: .*line 1/ },
  { name: "without regions", config: "{}", says: /In config\.json the field “regions” is missing\./ },
  {
    name: "with an empty list of regions",
    config: '{ "regions": [] }',
    says: /the field “regions” has to be a list with at least one entry\./,
  },
  {
    name: "without a field that must be there",
    config: JSON.stringify({ regions: [withoutSwr] }),
    says: /In config\.json the field “regions\[0\]\.swr” is missing\./,
  },
  {
    name: "with an address that is not secret",
    config: config({ iam: "http://iam.example.com" }),
    says: /“regions\[0\]\.iam” has to be empty, a path such as “\/eu-de\/swr”, or an https address\./,
  },
  {
    name: "with the wrong kind of minutes",
    config: JSON.stringify({ regions: [region], idle_minutes: "15" }),
    says: /“idle_minutes” has to be a whole number/,
  },
  {
    name: "with one region twice",
    config: JSON.stringify({ regions: [region, region] }),
    says: /“regions\[1\]\.id” has to be different/,
  },
];
for (const { name, config, says } of broken) {
  test.describe(`a config.json that is ${name}`, () => {
    test.use({ alteration: { config } });

    test("is named with its fault", async ({ page }) => {
      await page.goto("/organizations");
      await expect(heading(page, "The console can't start")).toBeVisible();
      await expect(page.getByRole("alert")).toContainText(says);
      await expect(page.getByRole("alert")).toContainText("Your console administrator can correct it; then reload.");
      await expect(button(page, "Reload")).toBeVisible();
      await expect(page.getByRole("textbox"), "nothing can be typed into a console that has no region").toHaveCount(0);
    });
  });
}

test.describe("a configured account, registry and project", () => {
  test.use({ alteration: { config: config({}) } });

  test("are there before anything is typed", async ({ page }) => {
    await signInByForm(page, { at: "/organizations/group/images/test" });
    await expect(page.getByRole("banner")).toContainText("demo / admin · Europe (Germany) · local");
    await expect(page.getByText("docker pull swr.example.com/group/test", { exact: true })).toBeVisible();
    await button(page, "Sign out").click();
    await expect(page.getByLabel("Account", { exact: true })).toHaveValue("demo");
  });
});

test.describe("a program that is missing", () => {
  test.use({ alteration: { without: ".wasm" }, expectedFaults: [/wasm|WebAssembly|Response|fetch/i] });

  test("is said in both languages, with the way to reload", async ({ page }) => {
    await page.goto("/organizations");
    const notice = page.getByRole("alert");
    await expect(notice.getByRole("heading", { name: "The console could not start" })).toBeVisible();
    await expect(notice.getByRole("heading", { name: "控制台未能启动" })).toBeVisible();
    await expect(notice.locator("[lang=zh-CN]")).toBeVisible();
    const reloaded = page.waitForEvent("load");
    await button(notice, "Reload").click();
    await reloaded;
    await expect(button(notice, "重新加载")).toBeVisible();
  });
});

test("the page names its build, and leads to the licences of what it is made of", async ({ page, context, server }) => {
  await page.goto("/");
  await expect(heading(page, "Sign in")).toBeVisible();
  const id = /-([0-9a-f]{16})\.js$/.exec((await page.locator("script[type=module]").getAttribute("src")) ?? "")?.[1];
  const link = page.getByRole("contentinfo").getByRole("link");
  await expect(link).toHaveText(`© swr-console 0.1.0 (${id ?? ""})`);
  const opened = context.waitForEvent("page");
  await link.click();
  const licences = await opened;
  expect(licences.url()).toBe(`${server.url}/THIRD-PARTY.txt`);
  const text = await licences.locator("body").innerText();
  for (const part of ["The SWR permission console", "leptos 0.8", "Copyright", "Apache", "UNICODE LICENSE V3", "dlmalloc"]) {
    expect(text).toContain(part);
  }
});

test.describe("a browser without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("is told so in both languages", async ({ page }) => {
    await page.goto("/");
    const words: [string, string][] = [
      ["en", "This console needs JavaScript and WebAssembly."],
      ["zh-CN", "本控制台需要 JavaScript 和 WebAssembly"],
    ];
    for (const [language, said] of words) {
      const text = page.locator(`noscript [lang=${language}]`);
      await expect(text).toBeVisible();
      await expect(text).toContainText(said);
    }
  });
});
