// Firefox, by WebDriver BiDi, which it speaks itself.
import { type ElementHandle, launch, type Page } from "puppeteer-core";
import type { Control, Driver, Engine } from "./tab.ts";

/** Starts it with a new profile. */
export async function firefox(program: string): Promise<Engine> {
  const browser = await launch({ browser: "firefox", executablePath: program, headless: true });
  return {
    version: await browser.version(),
    tab: async () => driver(await browser.newPage()),
    close: () => browser.close(),
  };
}

/** What puppeteer and the browser say of a control that they have not touched. */
const TOO_EARLY = /Node is either not clickable|Node is detached|no such (node|element)|stale element/;

function driver(page: Page): Driver {
  const call = (script: string, args: string[]) => `(function () {${script}}).apply(null, ${JSON.stringify(args)})`;
  return {
    open: async (url) => {
      await page.bringToFront();
      await page.goto(url);
    },
    run: (script, ...args) => page.evaluate(call(script, args)),
    control: async (script, ...args) => {
      const handle = await page.evaluateHandle(call(script, args));
      const element = handle.asElement() as ElementHandle<Element> | null;
      return element === null ? null : control(page, element);
    },
    isTooEarly: (error) => TOO_EARLY.test(String(error)),
  };
}

function control(page: Page, element: ElementHandle<Element>): Control {
  return {
    click: async () => {
      await page.bringToFront();
      await element.click();
    },
    fill: async (text) => {
      await page.bringToFront();
      await element.click({ count: 3 });
      await page.keyboard.press("Backspace");
      await element.type(text);
      await page.keyboard.press("Tab");
    },
    choose: async (option) => {
      const script = (select: Element, text: string) =>
        [...(select as HTMLSelectElement).options].find((one) => one.text === text)?.value ?? "";
      await element.select(await element.evaluate(script, option));
    },
  };
}
