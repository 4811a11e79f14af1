// Brotli as tightly as it goes. Into what blocks a file is cut, and how many short distances have a number of their own, are
// the encoder's guesses by size. On programs others save up to a hundredth, and which is known only afterwards.
import { brotliCompressSync, constants } from "node:zlib";

/** What is tried: the size of blocks as a power of two, 0 for the encoder's own guess, and the short distances. */
const FORMS = [
  { block: 0, distances: 15 },
  { block: 16, distances: 8 },
];

/** The smallest form of some bytes. */
export function brotli(bytes) {
  const forms = FORMS.map(({ block, distances }) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_LGBLOCK]: block,
        [constants.BROTLI_PARAM_NDIRECT]: distances,
      },
    }),
  );
  return forms.reduce((best, form) => (form.length < best.length ? form : best));
}
