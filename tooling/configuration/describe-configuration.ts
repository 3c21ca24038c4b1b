import { type ExampleSetting, readExample } from "./read-example.ts";

/** Of a variable, as JSON Schema has it. */
export interface SettingShape {
  default?: unknown;
  enum?: readonly unknown[];
  type?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  format?: string;
}

/** Every setting there is, with what the schema takes and what the example file says of it, as Markdown. */
export function describeConfiguration(
  example: string,
  shapes: Readonly<Record<string, SettingShape>>,
): string {
  const sections = Map.groupBy(readExample(example), ({ section }) => section);
  const tables = [...sections].map(([section, settings]) => describe(section, settings, shapes));
  return `${HEAD}\n${tables.join("\n")}`;
}

const HEAD = `# Configuration

Made from the schema that the program reads its settings by, and from [.env.example](../.env.example): \`npm run configuration\`. Nothing is required on the embedded database. Settings are read once, at the start, from the environment and from a file \`.env\`; whatever is wrong with them is said at once, all of it, by name and never by value.
`;

function describe(
  section: string,
  settings: readonly ExampleSetting[],
  shapes: Readonly<Record<string, SettingShape>>,
): string {
  const rows = settings.map(({ name, words, value }) => {
    const shape = shapes[name] ?? {};
    return `| \`${name}\` | ${cell(words)} | ${takes(shape)} | ${unset(shape, value)} |`;
  });
  return [
    `## ${section.replace(" (optional)", "")}`,
    "",
    "| setting | what it is | takes | default |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function cell(words: string): string {
  return words.replaceAll("|", "\\|");
}

function takes(shape: SettingShape): string {
  if (shape.enum) return shape.enum.map((value) => `\`${String(value)}\``).join(", ");
  const { minimum, exclusiveMinimum, maximum, minLength, format, type } = shape;
  const from =
    minimum ?? (exclusiveMinimum === undefined ? undefined : `above ${exclusiveMinimum}`);
  const isBounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  if (from !== undefined || isBounded)
    return isBounded ? `${from} to ${maximum}` : `${from} or more`;
  if (format === "uri") return "an address";
  if (minLength !== undefined && minLength > 1) return `${minLength} characters or more`;
  return type === "integer" || type === "number" ? "a number" : "text";
}

function unset({ default: byItself }: SettingShape, example: string): string {
  const value = String(byItself ?? example);
  return value && `\`${value}\``;
}
