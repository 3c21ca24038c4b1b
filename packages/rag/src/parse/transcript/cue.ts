/** A stretch of speech as a transcript has it. */
export interface Cue {
  text: string;
  startSeconds?: number;
  endSeconds?: number;
  speaker?: string;
  /** Somebody begins to speak whom the transcript does not name. */
  isTurn?: boolean;
}
