/** Text without a gap as wide as between columns of figures. */
export interface Piece {
  text: string;
  left: number;
  right: number;
}

/** A stretch of text on one baseline without a wide gap. Coordinates: points from the top left. */
export interface Run {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  font: string;
  isRightToLeft: boolean;
  pieces: Piece[];
  /** In characters. */
  longestItem: number;
  /** Whether it begins with a footnote's mark, small and raised. */
  opensNote?: boolean;
}

/** The runs of one line, joined. */
export interface Line {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  font: string;
  /** The texts between wide gaps: more than one in the row of a table. */
  cells: string[];
  /** From left to right, parted at narrower gaps than cells are. */
  pieces: Piece[];
  isRightToLeft: boolean;
  opensNote?: boolean;
}

/** Lines in reading order, in regions that each read from top to bottom (columns, zones). */
export interface PageLines {
  number: number;
  width: number;
  height: number;
  regions: Line[][];
}
