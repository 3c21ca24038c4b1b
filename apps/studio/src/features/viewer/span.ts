export interface Span {
  /** UTF-16 offsets into the source's text. */
  start: number;
  end: number;
}
