// What the examination has found: each finding with what to change, and how many checks found nothing.

/** A report that is filled check by check. */
export class Report {
  #passed = 0;
  #findings = [];

  /** A check: `fault` says what is wrong, or is empty; `remedy` says what to change. */
  check(area, fault, remedy) {
    this.#add("FAIL", area, fault, remedy);
  }

  /** The same for what an administrator may have decided otherwise. */
  advise(area, fault, remedy) {
    this.#add("NOTE", area, fault, remedy);
  }

  #add(grade, area, fault, remedy) {
    if (fault) this.#findings.push({ grade, area, fault, remedy });
    else this.#passed += 1;
  }

  /** Prints everything, the faults first; returns whether there is no fault. */
  print() {
    const order = [...this.#findings].sort((one, other) => one.grade.localeCompare(other.grade));
    for (const { grade, area, fault, remedy } of order) {
      console.log(`${grade}  ${area}: ${fault}\n      ${remedy}`);
    }
    const faults = order.filter(({ grade }) => grade === "FAIL").length;
    console.log(`\n${this.#passed} checks passed, ${faults} failed, ${order.length - faults} notes`);
    return faults === 0;
  }
}
