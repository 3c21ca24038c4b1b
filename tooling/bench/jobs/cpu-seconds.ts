import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;

/**
 * CPU time spent so far by this process and by every PostgreSQL backend; undefined where there is no
 * /proc. On a shared machine it can be compared where wall time cannot.
 */
export function cpuSeconds(): number | undefined {
  const { user, system } = process.cpuUsage();
  try {
    const ticks = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(ticksOfPostgres);
    return (user + system) / 1e6 + ticks.reduce((sum, n) => sum + n, 0) / TICKS_PER_SECOND;
  } catch {
    return undefined;
  }
}

function ticksOfPostgres(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    if (!stat.includes("(postgres)")) return 0;
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    // It ended meanwhile.
    return 0;
  }
}
