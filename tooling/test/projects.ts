export const projects = ["unit", "screen", "db-embedded", "db-server", "browser"] as const;
export type Project = (typeof projects)[number];

/** Splits `--project name` (repeatable, default all) from what Vitest gets as it is. */
export function readProjects(args: string[]): { chosen: Project[]; rest: string[] } {
  const named: string[] = [];
  const rest: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? "";
    if (arg === "--project") named.push(args[++i] ?? "");
    else if (arg.startsWith("--project=")) named.push(arg.slice("--project=".length));
    else rest.push(arg);
  }
  const unknown = named.filter((name) => !projects.some((project) => project === name));
  if (unknown.length > 0) {
    throw new Error(`no test project ${unknown.join(", ")}; there are ${projects.join(", ")}`);
  }
  const chosen = projects.filter((project) => named.length === 0 || named.includes(project));
  return { chosen, rest };
}
