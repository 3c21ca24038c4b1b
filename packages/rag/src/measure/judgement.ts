/** How relevant documents are to one query, by id; what is not in it is not relevant. */
export type Judgements = ReadonlyMap<string, number>;
