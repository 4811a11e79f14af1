// Brotli as tightly as it goes. How a file is cut into blocks is the encoder's guess by size; on programs another cut
// saves up to a hundredth, and which one is known only afterwards.
import { brotliCompressSync, constants } from "node:zlib";

/** The sizes of blocks that are tried, as powers of two; 0 is the encoder's own guess. */
const BLOCKS = [0, 16, 17, 20];

/** What the encoder may take the bytes for; the one for fonts is as good for programs. */
const MODES = [constants.BROTLI_MODE_GENERIC, constants.BROTLI_MODE_FONT];

/** The smallest form of some bytes. */
export function brotli(bytes) {
  const forms = BLOCKS.flatMap((block) => MODES.map((mode) => [block, mode])).map(([block, mode]) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: mode,
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_LGBLOCK]: block,
      },
    }),
  );
  return forms.reduce((best, form) => (form.length < best.length ? form : best));
}
