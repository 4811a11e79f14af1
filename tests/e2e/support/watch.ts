// What no page of the console may ever do, whatever a test is about: throw, complain on the console, break its own
// Content-Security-Policy, or talk to another host.
import type { BrowserContext } from "@playwright/test";

/** Collects the faults of all pages of a context into a list that grows as they happen. */
export async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const faults: string[] = [];
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`Content-Security-Policy: ${event.violatedDirective} forbids ${event.blockedURI}`);
    });
  });
  context.on("weberror", (error) => faults.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on("console", (message) => {
    // The browser says this of every answer with an error status, and such answers are what many tests are about.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource:")) {
      faults.push(`console: ${message.text()}`);
    }
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) {
      faults.push(`request to another origin: ${request.method()} ${request.url()}`);
    }
  });
  return faults;
}
