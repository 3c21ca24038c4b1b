import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;

interface Process {
  pid: string;
  parent: string;
  isPostgres: boolean;
  /** Its own, and of its children that have ended. */
  ticks: number;
}

/**
 * CPU time spent so far by this process and by the PostgreSQL server it started, or by all there are where it
 * was given one; undefined where there is no /proc. On a shared machine it can be compared where wall time cannot.
 */
export function cpuSeconds(): number | undefined {
  const { user, system } = process.cpuUsage();
  try {
    const servers = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap(readProcess)
      .filter(({ isPostgres }) => isPostgres);
    const own = servers.find(({ parent }) => parent === String(process.pid));
    const isCounted = ({ pid, parent }: Process) =>
      own ? pid === own.pid || parent === own.pid : process.env.TEST_DATABASE_URL !== undefined;
    const counted = servers.filter(isCounted);
    return (
      (user + system) / 1e6 + counted.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_PER_SECOND
    );
  } catch {
    return undefined;
  }
}

function readProcess(pid: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    return [{ pid, parent: fields[1]!, isPostgres: stat.includes("(postgres)"), ticks }];
  } catch {
    // It ended meanwhile.
    return [];
  }
}
