export function isOneOf<const Value extends string>(
  values: readonly Value[],
  value: unknown,
): value is Value {
  return values.some((candidate) => candidate === value);
}
