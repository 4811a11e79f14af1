// What the checks of a file need: certificates, the APIs' place-holder, and each of the two web servers in turn.
import { test } from "@playwright/test";
import { type Certificates, certify } from "./certificates.ts";
import { type Host, type Means, NAMES } from "./hosts.ts";
import { Upstream } from "./upstream.ts";

/** What is there as long as the tests of a file run. */
export interface Stage {
  readonly certificates: Certificates;
  readonly upstream: Upstream;
}

/** Sets the stage for the tests of the file that calls this. */
export function setStage(): Stage {
  const stage = {} as { certificates: Certificates; upstream: Upstream };
  test.beforeAll(async () => {
    stage.certificates = certify(NAMES);
    stage.upstream = await Upstream.start(stage.certificates);
  });
  test.afterAll(async () => {
    await stage.upstream.stop();
    stage.certificates.remove();
  });
  return stage;
}

/** How a server is started with a sample. */
type Start = (means: Means) => Promise<Host>;

/** Describes the same tests for every server; `host` returns the one that runs for them, and `start` starts another. */
export function forEachHost(
  stage: Stage,
  starts: Record<string, Start>,
  describe: (host: () => Host, name: string, start: Start) => void,
): void {
  for (const [name, start] of Object.entries(starts)) {
    test.describe(name, () => {
      let host: Host;
      test.beforeAll(async () => {
        host = await start({ certificates: stage.certificates, upstream: stage.upstream.port });
      });
      test.afterAll(() => host.stop());
      describe(() => host, name, start);
    });
  }
}
