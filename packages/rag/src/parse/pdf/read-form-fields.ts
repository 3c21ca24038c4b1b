import type { TextItem } from "./read-runs.ts";

type Rect = readonly [left: number, bottom: number, right: number, top: number];

/** What PDF.js tells of an annotation, as far as it is read here. */
export interface Annotation {
  subtype?: string;
  fieldType?: string;
  fieldValue?: unknown;
  rect?: Rect;
  hidden?: boolean;
  password?: boolean;
  checkBox?: boolean;
  radioButton?: boolean;
  exportValue?: string;
  buttonValue?: string;
  options?: readonly { exportValue: string; displayValue: string }[];
  contentsObj?: { str: string };
  defaultAppearanceData?: { fontSize: number };
}

/** What was filled into a page's form, and typed onto the page, as text at its place. */
export function readFormFields(
  annotations: readonly Annotation[],
  texts: readonly TextItem[],
): TextItem[] {
  return annotations.flatMap((annotation) => {
    const { rect, hidden } = annotation;
    const lines = rect && !hidden ? fieldText(annotation).split(/\r\n?|\n/) : [];
    return lines.flatMap((line, at) =>
      line.trim() === "" ? [] : [besideLabel(place(line.trim(), at, annotation), texts)],
    );
  });
}

function fieldText(annotation: Annotation): string {
  const { subtype, fieldType, contentsObj, fieldValue, password } = annotation;
  if (subtype === "FreeText") return contentsObj?.str ?? "";
  if (subtype !== "Widget" || password) return "";
  if (fieldType === "Btn") return tick(annotation);
  const values = [fieldValue].flat().filter((value) => typeof value === "string");
  return values.map((value) => shownAs(value, annotation)).join(", ");
}

function tick({ checkBox, radioButton, fieldValue, exportValue, buttonValue }: Annotation): string {
  if (checkBox) return fieldValue === exportValue ? "[x]" : "[ ]";
  return radioButton && fieldValue === buttonValue && buttonValue ? "[x]" : "";
}

function shownAs(value: string, { options = [] }: Annotation): string {
  return options.find(({ exportValue }) => exportValue === value)?.displayValue ?? value;
}

const USUAL_SIZE = 12;
const CHARACTER_EMS = 0.5;
const LEADING_EMS = 1.2;
const TALLEST_LINE_EMS = 2;

function place(str: string, at: number, annotation: Annotation): TextItem {
  const [left, bottom, right, top] = annotation.rect!;
  const height = top - bottom;
  const size = annotation.defaultAppearanceData?.fontSize || Math.min(USUAL_SIZE, height * 0.7);
  const isOneLine = height < TALLEST_LINE_EMS * size;
  const middle = isOneLine ? (top + bottom) / 2 : top - size * 0.7 - at * size * LEADING_EMS;
  const width = Math.min(right - left, str.length * size * CHARACTER_EMS);
  const transform = [size, 0, 0, size, left, middle - size * 0.3];
  return { str, dir: "ltr", width, height: size, transform, fontName: "" };
}

const SAME_LINE_EMS = 0.7;

/** On the line of what stands beside it, and in its face. */
function besideLabel(field: TextItem, texts: readonly TextItem[]): TextItem {
  const y = field.transform[5]!;
  const distance = (text: TextItem) => Math.abs(text.transform[5]! - y);
  const near = texts.filter((text) => distance(text) < SAME_LINE_EMS * field.height);
  const [label] = near.toSorted((a, b) => distance(a) - distance(b));
  const [nearest] = texts.toSorted((a, b) => distance(a) - distance(b));
  const { fontName = "" } = label ?? nearest ?? {};
  const baseline = label?.transform[5] ?? y;
  return { ...field, transform: field.transform.with(5, baseline), fontName };
}
