/** The variables that the environment file of the API reads. */
export function settingsRead(environmentSource: string): string[] {
  return [...environmentSource.matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(
    (match) => match[1] ?? "",
  );
}

/** The variables that the example file offers. */
export function settingsOffered(example: string): string[] {
  return [...example.matchAll(/^([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1] ?? "");
}
