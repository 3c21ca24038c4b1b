/** The bytes of a segment are damaged, cut short, or of a version this program does not read. */
export class CorruptSegment extends Error {
  override readonly name = "CorruptSegment";

  constructor(why: string) {
    super(`The search segment cannot be read: ${why}. Re-index the source it belongs to.`);
  }
}
