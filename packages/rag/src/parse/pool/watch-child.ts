import process from "node:process";
import { workerData } from "node:worker_threads";

const EVERY_MS = 100;
const { memoryBytes, parentId } = workerData as { memoryBytes: number; parentId: number };

// A thread of its own, because a parser that loops or fills memory never gets back to its events.
setInterval(() => {
  const isOrphan = process.ppid !== parentId;
  if (isOrphan || process.memoryUsage.rss() > memoryBytes) process.kill(process.pid, "SIGKILL");
}, EVERY_MS);
