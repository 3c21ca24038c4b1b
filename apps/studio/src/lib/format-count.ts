const count = new Intl.NumberFormat("en");

export function formatCount(value: number): string {
  return count.format(value);
}

export function countOf(value: number, one: string, many = `${one}s`): string {
  return `${count.format(value)} ${value === 1 ? one : many}`;
}
