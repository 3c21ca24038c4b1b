/** One attack or fault, and the tests that try it: of a file those whose names hold the words, or all. */
export interface SafetyRow {
  id: string;
  what: string;
  tests: readonly (readonly [file: string, words?: string])[];
}
