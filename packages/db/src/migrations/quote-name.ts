export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function listNames(names: readonly string[]): string {
  return names.map(quoteName).join(", ");
}
