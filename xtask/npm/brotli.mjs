// Brotli as tightly as it goes. How a file is cut into blocks is the encoder's guess by size; on programs another cut
// saves up to a hundredth, and which one is known only afterwards. So it is with the numbers for short distances.
import { brotliCompressSync, constants } from "node:zlib";

/** The sizes of blocks that are tried, as powers of two; 0 is the encoder's own guess. */
const BLOCKS = [0, 16, 17, 20];

/**
 * What the encoder may take the bytes for, and how it writes distances: bits at their end, and short ones that have a number
 * of their own. The mode for fonts is as good for programs, and has its own distances.
 */
const FORMS = [
  [constants.BROTLI_MODE_GENERIC, 0, 0],
  [constants.BROTLI_MODE_GENERIC, 0, 4],
  [constants.BROTLI_MODE_GENERIC, 0, 8],
  [constants.BROTLI_MODE_GENERIC, 0, 15],
  [constants.BROTLI_MODE_GENERIC, 1, 0],
  [constants.BROTLI_MODE_FONT, 0, 0],
];

/** The smallest form of some bytes. */
export function brotli(bytes) {
  const tried = BLOCKS.flatMap((block) => FORMS.map((form) => [block, ...form]));
  const forms = tried.map(([block, mode, postfix, direct]) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: mode,
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_LGBLOCK]: block,
        [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
        [constants.BROTLI_PARAM_NDIRECT]: direct,
      },
    }),
  );
  return forms.reduce((best, form) => (form.length < best.length ? form : best));
}
