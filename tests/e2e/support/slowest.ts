// The slowest tests of a run, at its end: where time goes that all others wait for.
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** So many are listed. */
const LISTED = 20;

/** Lists them, if the run had more than that. */
export default class Slowest implements Reporter {
  private readonly times: { title: string; seconds: number }[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    const [, , ...title] = test.titlePath();
    this.times.push({ title: title.join(" › "), seconds: result.duration / 1000 });
  }

  onEnd(): void {
    if (this.times.length <= LISTED) return;
    this.times.sort((a, b) => b.seconds - a.seconds);
    const sum = (times: { seconds: number }[]) => times.reduce((sum, { seconds }) => sum + seconds, 0);
    const slowest = this.times.slice(0, LISTED);
    const lines = slowest.map(({ title, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${title}`);
    const share = Math.round((100 * sum(slowest)) / sum(this.times));
    console.log(`\nThe slowest ${LISTED} of ${this.times.length} tests, ${share} % of the time:\n${lines.join("\n")}`);
  }
}
