import { AGENT } from "./read-robots.ts";

export interface Directives {
  isNoindex: boolean;
  isNofollow: boolean;
}

/** What a page asks of programs, in its head (`directives`) and in the header X-Robots-Tag. */
export function readDirectives(directives: readonly string[], header: string | null): Directives {
  const all = new Set([...directives, ...directivesFor(AGENT.toLowerCase(), header ?? "")]);
  return {
    isNoindex: all.has("noindex") || all.has("none"),
    isNofollow: all.has("nofollow") || all.has("none"),
  };
}

const VALUED = new Set([
  "max-snippet",
  "max-image-preview",
  "max-video-preview",
  "unavailable_after",
]);

/** A directive may begin with the name of the one program that it is for, and so are those that follow. */
function directivesFor(agent: string, header: string): string[] {
  let isOurs = true;
  return header
    .toLowerCase()
    .split(",")
    .flatMap((part) => {
      const [name = "", ...rest] = part.split(":").map((piece) => piece.trim());
      if (rest.length === 0) return isOurs ? [name] : [];
      if (VALUED.has(name)) return [];
      isOurs = name === agent || name === "robots";
      return isOurs ? [rest.join(":")] : [];
    });
}
