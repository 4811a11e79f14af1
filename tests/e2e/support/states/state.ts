import type { Page } from "@playwright/test";

/** A state that the console can be in, and the way into it. */
export interface State {
  name: string;
  enter: (page: Page) => Promise<void>;
}
