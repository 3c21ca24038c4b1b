type Props = Record<string, unknown> & { class?: string };

/** An element with properties and children; text is text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: className, ...props }: Props = {},
  ...children: (Node | string | null | false)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  Object.assign(made, props);
  if (className) made.className = className;
  for (const child of children) if (child) made.append(child);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** A line drawing on a grid of 24. */
export function icon(path: string): SVGElement {
  const drawing = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.ariaHidden = "true";
  line.setAttribute("d", path);
  drawing.append(line);
  return drawing;
}

export function iconButton(label: string, path: string, onclick: () => void): HTMLButtonElement {
  return element("button", { class: "icon", ariaLabel: label, title: label, onclick }, icon(path));
}
