// WebKit, by its WebDriver: the small browser of WebKitGTK, on a display of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { Builder, Capabilities, error as failures, Key, type WebDriver, type WebElement } from "selenium-webdriver";
import { freePort } from "../../support/ports.ts";
import type { Control, Driver, Engine } from "./tab.ts";

/** The programs that it takes. */
export interface Programs {
  driver: string;
  browser: string;
  display: string;
}

/** Starts it with a new profile. */
export async function webkit(programs: Programs): Promise<Engine> {
  const xvfb = await display(programs.display);
  const port = await freePort();
  const server = spawn(programs.driver, [`--port=${port}`], {
    // A virtual display has no graphics card.
    env: { ...process.env, DISPLAY: xvfb.name, WEBKIT_DISABLE_DMABUF_RENDERER: "1" },
    stdio: "ignore",
  });
  const stop = () => {
    server.kill("SIGKILL");
    xvfb.process.kill("SIGKILL");
  };
  try {
    const browser = await connect(`http://127.0.0.1:${port}`, programs.browser);
    let tabs = 0;
    return {
      version: `WebKit ${String((await browser.getCapabilities()).get("browserVersion"))}`,
      tab: async () => {
        if (tabs > 0) {
          await browser.switchTo().newWindow("tab");
        }
        tabs += 1;
        return driver(browser, await browser.getWindowHandle());
      },
      close: async () => {
        await browser.quit();
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** A display on a free number. */
async function display(program: string): Promise<{ name: string; process: ChildProcess }> {
  const size = ["-screen", "0", "1280x900x24", "-nolisten", "tcp", "-displayfd", "3"];
  const xvfb = spawn(program, size, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = (await once(createInterface(xvfb.stdio[3] as Readable), "line")) as [string];
  return { name: `:${number.trim()}`, process: xvfb };
}

/** Asks the driver for a browser, once it listens. */
async function connect(url: string, browser: string): Promise<WebDriver> {
  const options = { binary: browser, args: ["--automation"] };
  const capabilities = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options });
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      return await new Builder().usingServer(url).withCapabilities(capabilities).build();
    } catch (error) {
      if (Date.now() > end || !String(error).includes("ECONNREFUSED")) {
        throw error;
      }
    }
  }
}

/** What the driver says of a control that it has not touched. */
const TOO_EARLY = [
  failures.ElementNotInteractableError,
  failures.ElementClickInterceptedError,
  failures.StaleElementReferenceError,
];

function driver(browser: WebDriver, tab: string): Driver {
  const here = () => browser.switchTo().window(tab);
  return {
    open: async (url) => {
      await here();
      await browser.get(url);
    },
    run: async (script, ...args) => {
      await here();
      return browser.executeScript<unknown>(script, ...args);
    },
    control: async (script, ...args) => {
      await here();
      const element = await browser.executeScript<WebElement | null>(script, ...args);
      return element === null ? null : control(browser, element);
    },
    isTooEarly: (error) => TOO_EARLY.some((kind) => error instanceof kind),
  };
}

function control(browser: WebDriver, element: WebElement): Control {
  return {
    click: () => element.click(),
    fill: async (text) => {
      await element.clear();
      await element.sendKeys(text, Key.TAB);
    },
    choose: async (option) => {
      const script = "return [...arguments[0].options].find((one) => one.text === arguments[1])";
      await (await browser.executeScript<WebElement>(script, element, option)).click();
    },
  };
}
