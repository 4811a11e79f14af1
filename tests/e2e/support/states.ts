// Every state that the console can be in, for tests that look at all of them.
import { CHANGES } from "./states/changes.ts";
import { DIALOGS } from "./states/dialogs.ts";
import { OUTSIDE } from "./states/outside.ts";
import { PAGES } from "./states/pages.ts";
import { PLAN } from "./states/plan.ts";
import { REVIEW } from "./states/review.ts";
import { SHARING_STATES } from "./states/sharing.ts";
import type { State } from "./states/state.ts";
import { TROUBLES } from "./states/troubles.ts";

export const STATES: State[] = [
  ...OUTSIDE,
  ...PAGES,
  ...DIALOGS,
  ...CHANGES,
  ...SHARING_STATES,
  ...REVIEW,
  ...PLAN,
  ...TROUBLES,
];
