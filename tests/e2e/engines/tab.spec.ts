// How a person's patience is imitated, without a browser.
import { expect, test } from "@playwright/test";
import { type Control, type Driver, Tab } from "./support/tab.ts";

class TooEarly extends Error {}

/** A tab with one button. The first so many uses of it are refused, and the next one fails as given. */
function withButton(early: number, failure?: Error): { tab: Tab; pressed: () => number } {
  let pressed = 0;
  let left = early;
  const control: Control = {
    click: () => {
      if (left > 0) {
        left -= 1;
        return Promise.reject(new TooEarly());
      }
      pressed += 1;
      return failure === undefined ? Promise.resolve() : Promise.reject(failure);
    },
    fill: () => Promise.resolve(),
    choose: () => Promise.resolve(),
  };
  const driver: Driver = {
    open: () => Promise.resolve(),
    run: () => Promise.resolve(null),
    control: () => Promise.resolve(control),
    isTooEarly: (error) => error instanceof TooEarly,
  };
  return { tab: new Tab(driver), pressed: () => pressed };
}

// WebKit found the button of a dialog that was just opening, and said that it could not be pressed: the journey ended
// there, once in many runs.
test("a control that can't be used yet is tried again, and is used once", async () => {
  const { tab, pressed } = withButton(2);
  await tab.click("Grant");
  expect(pressed()).toBe(1);
});

test("what fails while it is done is not done again", async () => {
  const { tab, pressed } = withButton(0, new Error("the browser has ended"));
  await expect(tab.click("Grant")).rejects.toThrow("the browser has ended");
  expect(pressed()).toBe(1);
});
