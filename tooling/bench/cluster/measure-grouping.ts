import { adjustedRandIndex } from "@understudy/rag/measure/adjusted-rand-index";

interface Measured {
  clusters: number;
  row: string[];
}

export async function measure(
  name: string,
  labels: readonly string[],
  group: () => string[] | Promise<string[]>,
): Promise<Measured> {
  const { result: groups, seconds } = await timeCpu(group);
  const clusters = new Set(groups).size;
  const row = [
    name,
    String(labels.length),
    String(clusters),
    adjustedRandIndex(groups, labels).toFixed(3),
    (100 * purity(groups, labels)).toFixed(1),
    seconds.toFixed(1),
  ];
  return { clusters, row };
}

/** In CPU time: the machine may have other work. */
export async function timeCpu<Result>(
  work: () => Result | Promise<Result>,
): Promise<{ result: Result; seconds: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

/** The share of questions that have the commonest label of their cluster. */
function purity(groups: readonly string[], labels: readonly string[]): number {
  const ofGroup = Map.groupBy(labels.keys(), (at) => groups[at]!);
  const commonest = [...ofGroup.values()].map((members) => {
    const alike = Map.groupBy(members, (at) => labels[at]!);
    return Math.max(...Array.from(alike.values(), ({ length }) => length));
  });
  return commonest.reduce((sum, count) => sum + count, 0) / labels.length;
}
