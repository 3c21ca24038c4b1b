type Create = (path: string, input: object) => Promise<{ id: string }>;

/** A test, and a run of it. */
export async function makeQuality(create: Create, name: string) {
  const test = await create("quality.createTest", {
    question: `Is the ${name} lighthouse striped?`,
    expectations: [{ kind: "contains", text: "striped" }],
  });
  const run = await create("quality.run", {});
  return { testId: test.id, runId: run.id };
}
