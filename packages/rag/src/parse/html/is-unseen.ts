import type { DomElement } from "./dom.ts";

const FAR_OUTSIDE = /^-\d{3,}(?:\.\d+)?(?:px|em|rem|vw|%)/;
const HARDLY_A_SIZE = /^(?:0(?:\.\d+)?|1(?:\.0+)?)(?:px|pt)?$|^0?\.?0\d*(?:r?em|%)$/;
const SEE_THROUGH =
  /^(?:transparent|rgba?\([^)]*[,/]\s*0(?:\.0+)?%?\s*\)|#[0-9a-f]{6}00|#[0-9a-f]{3}0)$/;

/**
 * Whether an element's own style keeps its words from whoever looks at the page: not shown, without a size,
 * in the colour of its ground, far outside. What only looks hidden until a script has run (folded,
 * faded in) stays, as does what style sheets say.
 */
export function isUnseen(element: DomElement): boolean {
  const style = element.getAttribute("style");
  if (!style) return false;
  const rules = readRules(style);
  const rule = (name: string) => rules.get(name) ?? "";
  if (rule("display") === "none" || /^(?:hidden|collapse)$/.test(rule("visibility"))) return true;
  if (HARDLY_A_SIZE.test(rule("font-size"))) return !resizesWithin(element);
  if (/^(?:absolute|fixed)$/.test(rule("position"))) {
    return ["left", "top", "right"].some((side) => FAR_OUTSIDE.test(rule(side)));
  }
  return isOfItsGround(rules);
}

function readRules(style: string): Map<string, string> {
  const lines = style
    .toLowerCase()
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .split(";");
  return new Map(
    lines.map((line) => {
      const [name = "", ...value] = line.split(":");
      return [
        name.trim(),
        value
          .join(":")
          .replace(/!\s*important/, "")
          .trim(),
      ] as const;
    }),
  );
}

/** `font-size: 0` is also how the gaps between blocks are closed. */
function resizesWithin(element: DomElement): boolean {
  const inner = [...element.querySelectorAll("*")];
  return inner.some(
    (each) =>
      readRules(each.getAttribute("style") ?? "").has("font-size") || each.hasAttribute("class"),
  );
}

function isOfItsGround(rules: ReadonlyMap<string, string>): boolean {
  const color = rules.get("color");
  // Letters cut out of a picture are seen.
  if (!color || [...rules.keys()].some((name) => name.endsWith("background-clip"))) return false;
  if (SEE_THROUGH.test(color)) return true;
  const grounds = `${rules.get("background-color") ?? ""} ${rules.get("background") ?? ""}`;
  if (/url\(|gradient/.test(grounds)) return false;
  return (grounds.match(/#[0-9a-f]+|rgba?\([^)]*\)|[a-z]+/g) ?? []).some(
    (ground) => inFigures(ground) === inFigures(color),
  );
}

const NAMED: Readonly<Record<string, string>> = { white: "ffffff", black: "000000" };

function inFigures(color: string): string {
  const [, hex] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(color) ?? [];
  if (hex) return hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(color)?.slice(1);
  if (parts) return parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("");
  return NAMED[color] ?? color;
}
