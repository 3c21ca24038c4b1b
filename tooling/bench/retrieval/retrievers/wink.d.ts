declare module "wink-bm25-text-search" {
  interface Engine {
    defineConfig(config: { fldWeights: Record<string, number> }): void;
    definePrepTasks(tasks: readonly unknown[]): void;
    addDoc(document: Record<string, string>, id: number): void;
    consolidate(): void;
    search(query: string, limit: number): [id: number | string, score: number][];
  }
  const createEngine: () => Engine;
  export = createEngine;
}

declare module "wink-nlp-utils" {
  const nlp: {
    string: { lowerCase: unknown; tokenize0: unknown };
    tokens: { removeWords: unknown; stem: unknown };
  };
  export = nlp;
}
