/** A variable of the example file: the section it stands in, and what the comment above it says. */
export interface ExampleSetting {
  section: string;
  name: string;
  words: string;
  /** As the file sets it; empty where it sets nothing. */
  value: string;
}

export function readExample(example: string): ExampleSetting[] {
  const settings: ExampleSetting[] = [];
  let section = "";
  let comment: string[] = [];
  for (const line of example.split("\n")) {
    const heading = /^# --- (.+?) -+$/.exec(line)?.[1];
    const [, name, value = ""] = /^([A-Z][A-Z0-9_]+)=(.*)$/.exec(line) ?? [];
    if (heading !== undefined) [section, comment] = [heading, []];
    else if (line.startsWith("# ")) comment.push(line.slice(2));
    else if (name !== undefined) {
      settings.push({ section, name, words: comment.join(" "), value });
      comment = [];
    } else comment = [];
  }
  return settings;
}
