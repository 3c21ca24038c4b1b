import { format } from "node:util";
import { afterAll, afterEach } from "vitest";

const printed: string[] = [];
const print = console.error;
console.error = (...parts: unknown[]) => {
  printed.push(format(...parts));
  print(...parts);
};

function refusePrintedErrors() {
  const found = printed.splice(0);
  if (found.length > 0) throw new Error(`console.error was called:\n${found.join("\n")}`);
}

afterEach(refusePrintedErrors);
afterAll(refusePrintedErrors);
