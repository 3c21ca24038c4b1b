/** A start that cannot be, in one sentence a person can act on. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
}
