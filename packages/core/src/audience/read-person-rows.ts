import { z } from "zod";
import { isBlank, readCsvLines } from "../csv/read-csv-lines.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { type ImportProblem, Name, Note, Tags } from "./contract.ts";

export interface PersonRow {
  line: number;
  name: string;
  email: string;
  externalId: string;
  tags: string[];
  /** By their names. */
  groups: string[];
  note: string;
}

export interface PersonFile {
  rows: PersonRow[];
  problems: ImportProblem[];
}

type Field = Exclude<keyof PersonRow, "line">;

const HEADERS: Record<Field, RegExp> = {
  email: /^(e-?mail|mail)( ?address)?$/i,
  name: /^(full ?)?name$/i,
  externalId: /^(external[ _-]?id|user[ _-]?id|customer[ _-]?id|id)$/i,
  tags: /^tags?$/i,
  groups: /^(access[ _-]?)?groups?$/i,
  note: /^notes?$/i,
};

/**
 * People as a table tells of them: columns by their header, in any order, others are passed over. Every row
 * is either among the rows or among the problems; the same person twice counts as the later row.
 */
export function readPersonRows(csv: string): PersonFile {
  const [header, ...lines] = readCsvLines(csv);
  const columns = readHeader(header?.cells ?? []);
  const problems: ImportProblem[] = [];
  const byKey = new Map<string, PersonRow>();
  for (const read of lines) {
    if (isBlank(read)) continue;
    const row = { ...readRow(read.cells, columns), line: read.line };
    const reason = read.isOpen ? "audience.open_quote" : findFault(row);
    if (reason) {
      problems.push(problemOf(read.line, reason));
      continue;
    }
    const key = row.externalId ? `id ${row.externalId}` : `mail ${row.email}`;
    const earlier = byKey.get(key);
    if (earlier) problems.push(problemOf(earlier.line, "audience.repeated"));
    byKey.set(key, row);
  }
  return { rows: [...byKey.values()], problems };
}

function readHeader(cells: readonly string[]): Record<Field, number> {
  const names = cells.map((cell) => cell.trim());
  const at = (field: Field) => names.findIndex((name) => HEADERS[field].test(name));
  const columns = Object.fromEntries(
    Object.keys(HEADERS).map((field) => [field, at(field as Field)]),
  ) as Record<Field, number>;
  if (columns.email >= 0 || columns.externalId >= 0) return columns;
  throw new DomainError(
    "invalid",
    "audience.no_header",
    "The first line must name the columns: email or externalId, and name, tags, groups, note.",
  );
}

function readRow(
  cells: readonly string[],
  columns: Record<Field, number>,
): Omit<PersonRow, "line"> {
  const cell = (field: Field) => asWritten(cells[columns[field]] ?? "");
  const list = (field: Field) => [
    ...new Set(
      cell(field)
        .split(/[,;\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    ),
  ];
  return {
    name: cell("name"),
    email: cell("email").toLowerCase(),
    externalId: cell("externalId"),
    tags: list("tags"),
    groups: list("groups"),
    note: cell("note"),
  };
}

/** Without the mark by which an export keeps a cell from being taken for a formula. */
function asWritten(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, "").trim();
}

const MESSAGES = {
  "audience.nobody": "There is neither an address nor an external id in this row.",
  "audience.bad_email": "This is no address.",
  "audience.long_name": "A name has at most 120 characters.",
  "audience.long_id": "An external id has at most 200 characters.",
  "audience.bad_tags": "At most 20 tags, of at most 40 characters each.",
  "audience.long_note": "A note has at most 4,000 characters.",
  "audience.no_such_group": "There is no access group of this name.",
  "audience.open_quote":
    "A quotation mark around here is never closed, so where this row ends is not sure.",
  "audience.repeated": "The same person stands further down, and that row was taken.",
};
type Reason = keyof typeof MESSAGES;

const isFine = (shape: z.ZodType, value: unknown) => shape.safeParse(value).success;

function findFault({ name, email, externalId, tags, note }: PersonRow): Reason | null {
  if (email === "" && externalId === "") return "audience.nobody";
  if (email !== "" && !isFine(z.email().max(200), email)) return "audience.bad_email";
  if (externalId.length > 200) return "audience.long_id";
  if (!isFine(Name, name)) return "audience.long_name";
  if (!isFine(Tags, tags)) return "audience.bad_tags";
  return isFine(Note, note) ? null : "audience.long_note";
}

export function problemOf(line: number, reason: Reason): ImportProblem {
  return { line, reason, message: MESSAGES[reason] };
}
