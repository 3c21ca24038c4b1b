export interface BenchDocument {
  id: string;
  title: string;
  text: string;
}

/** One way of searching, over one set of documents. `name` heads its rows. */
export interface Retriever {
  readonly name: string;
  /** Called once, before any search. */
  index(documents: readonly BenchDocument[]): Promise<void>;
  /** Ids of documents, best first, at most `limit`. */
  search(query: string, limit: number): Promise<string[]>;
  close?(): Promise<void>;
}
