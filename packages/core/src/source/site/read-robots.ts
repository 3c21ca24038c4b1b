import robots from "robots-parser";

// It exports its one function the CommonJS way, and declares that as a default export.
const parseRobots = robots as unknown as (address: string, text: string) => RobotRules;

interface RobotRules {
  isAllowed(address: string, program?: string): boolean | undefined;
  getCrawlDelay(program?: string): number | undefined;
  getSitemaps(): string[];
}

export interface Robots {
  allows(address: string): boolean;
  /** Milliseconds between two requests, as asked for and no longer than is reasonable. */
  delayMs: number;
  /** The sitemaps that it names, as they stand there. */
  sitemaps: string[];
}

export const AGENT = "Understudy";
/** RFC 9309, 2.5: at least 500 KiB are read. */
export const MAX_ROBOTS_BYTES = 512_000;
const MAX_DELAY_SECONDS = 10;
/** A pattern costs its length times the address's; a file of nothing but patterns would stop everyone. */
const MAX_PATTERN_CHARACTERS = 50_000;

/** Undefined when its patterns would take unreasonably long to apply. */
export function readRobots(robotsUrl: string, text: string): Robots | undefined {
  const lines = text
    .slice(0, MAX_ROBOTS_BYTES)
    .replace(/\*{2,}/g, "*")
    .split(/\r\n|\r|\n/);
  const patterns = lines.filter((line) => line.includes("*"));
  if (patterns.join("").length > MAX_PATTERN_CHARACTERS) return undefined;
  const rules = parseRobots(robotsUrl, lines.join("\n"));
  const delaySeconds = Math.max(0, rules.getCrawlDelay(AGENT) ?? 0);
  return {
    allows: (address) => rules.isAllowed(address, AGENT) ?? true,
    delayMs: Math.min(delaySeconds, MAX_DELAY_SECONDS) * 1_000,
    sitemaps: rules.getSitemaps(),
  };
}

export const NO_ROBOTS: Robots = { allows: () => true, delayMs: 0, sitemaps: [] };
