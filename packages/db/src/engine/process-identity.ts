import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** Tells a process apart from another that got the same number later, or on another machine. */
export interface ProcessIdentity {
  pid: number;
  host: string;
  bootId: string;
  startedAt: string;
}

export function identifySelf(): ProcessIdentity {
  const startedAt = readStartTime(process.pid) ?? "";
  return { pid: process.pid, host: hostname(), bootId: readBootId(), startedAt };
}

/** Judged from this machine and this process namespace only. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identity.bootId === readBootId() && readStartTime(identity.pid) === identity.startedAt;
}

function readBootId(): string {
  return readProc("/proc/sys/kernel/random/boot_id") ?? runQuietly("sysctl", "-n", "kern.boottime");
}

/** Undefined when there is no such process. Field 22 of `stat`, counted after the parenthesised name. */
function readStartTime(pid: number): string | undefined {
  const stat = readProc(`/proc/${pid}/stat`);
  if (stat !== undefined) return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  if (readProc("/proc/self/stat") !== undefined) return undefined;
  return runQuietly("ps", "-o", "lstart=", "-p", String(pid)) || undefined;
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    // Not Linux, or no such process.
    return undefined;
  }
}

function runQuietly(command: string, ...args: string[]): string {
  try {
    const stdio: ["ignore", "pipe", "ignore"] = ["ignore", "pipe", "ignore"];
    return execFileSync(command, args, { stdio, encoding: "utf8" }).trim();
  } catch {
    // The command is missing, or found nothing.
    return "";
  }
}
