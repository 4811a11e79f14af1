// The order of a program's functions. Any order works, and a compressor gains most where similar functions are neighbours.
//
// wasm-opt can sort functions by their names; so each gets its place for a name.

/** Functions are alike if they have runs of so many bytes in common. */
const RUN = 4;

/** The sections of a program: what each is by number, where its contents begin, where they end. */
export function sections(bytes) {
  const found = [];
  for (let at = 8; at < bytes.length; ) {
    const [length, from] = number(bytes, at + 1);
    found.push({ id: bytes[at], from, end: from + length });
    at = from + length;
  }
  return found;
}

/** A number in LEB128, and where it ends. */
export function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value >>> 0, at];
  }
}

function leb(value) {
  const bytes = [];
  do bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
  while ((value >>>= 7));
  return bytes;
}

/** How many functions the program imports. */
export function imported(bytes, { from, end }) {
  let [count, at] = number(bytes, from);
  let functions = 0;
  const skip = () => {
    const [length, next] = number(bytes, at);
    at = next + length;
  };
  const limits = () => {
    const flags = bytes[at++];
    [, at] = number(bytes, at);
    if (flags & 1) [, at] = number(bytes, at);
  };
  for (; count > 0; count--) {
    skip();
    skip();
    const kind = bytes[at++];
    if (kind === 0) functions++;
    // What a function, table, memory or global is: its type, or what it holds and its limits.
    if (kind === 1) at++;
    if (kind === 3) at += 2;
    else if (kind !== 0) limits();
    else [, at] = number(bytes, at);
  }
  if (at !== end) throw new Error("cannot read the program's imports");
  return functions;
}

/** The functions' bodies. */
export function bodies(bytes, { from, end }) {
  let [count, at] = number(bytes, from);
  const found = [];
  for (; count > 0; count--) {
    const [length, start] = number(bytes, at);
    at = start + length;
    found.push(bytes.subarray(start, at));
  }
  if (at !== end) throw new Error("cannot read the program's functions");
  return found;
}

/** The runs of bytes in a body, each once, as numbers. */
function runs(body) {
  const found = new Set();
  for (let at = 0; at + RUN <= body.length; at++) {
    let hash = 0;
    for (let i = 0; i < RUN; i++) hash = Math.imul(hash ^ body[at + i], 0x01000193) >>> 0;
    found.add(hash);
  }
  return found;
}

/** A way through all functions that goes from each to the one that is most like it. */
function chain(found) {
  const of = found.map(runs);
  const holders = new Map();
  of.forEach((set, index) => set.forEach((run) => (holders.get(run) ?? holders.set(run, []).get(run)).push(index)));
  const bySize = found.map((_, index) => index).sort((a, b) => found[b].length - found[a].length || a - b);
  const left = new Set(bySize);
  const way = [];
  let [present] = bySize;
  while (present !== undefined) {
    way.push(present);
    left.delete(present);
    const shared = new Map();
    for (const run of of[present])
      for (const other of holders.get(run)) if (left.has(other)) shared.set(other, (shared.get(other) ?? 0) + 1);
    let best = 0;
    let next;
    for (const [other, count] of shared) {
      const likeness = count / (of[present].size + of[other].size - count);
      if (likeness > best) [best, next] = [likeness, other];
    }
    // Where nothing is like it, the largest that is left begins again.
    [present] = next === undefined ? left : [next];
  }
  return way;
}

/** The program, which must have no names, with names by which `--reorder-functions-by-name` brings it in order. */
export function withPlaces(bytes) {
  const by = (id) => sections(bytes).find((section) => section.id === id);
  const [imports, code] = [by(2), by(10)];
  const before = imported(bytes, imports);
  const found = bodies(bytes, code);
  const names = [];
  chain(found).forEach((index, place) => (names[index] = String(place).padStart(7, "0")));
  const entries = names.flatMap((name, index) => [...leb(before + index), name.length, ...Buffer.from(name)]);
  const functions = [...leb(names.length), ...entries];
  const contents = [4, ...Buffer.from("name"), 1, ...leb(functions.length), ...functions];
  return Buffer.concat([bytes, Buffer.from([0, ...leb(contents.length)]), Buffer.from(contents)]);
}
