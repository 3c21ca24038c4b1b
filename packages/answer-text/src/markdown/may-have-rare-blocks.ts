const BEGUN = /[|>]|([`~*_-])[ \t]*\1[ \t]*\1/;

/** Whether reading a text may need `RARE_BLOCKS`: never no where it does, now and then yes where it does not. */
export function mayHaveRareBlocks(text: string): boolean {
  return BEGUN.test(text);
}
