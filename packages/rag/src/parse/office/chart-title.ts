import { scanXml } from "./scan-xml.ts";

const CHART = /^(line|bar|pie|area|scatter|bubble|radar|doughnut|stock|surface)(?:3D)?Chart$/;

/** What kind of chart it is, and the words of its titles: `Line chart: Sales`. */
export function chartTitle(xml = ""): string {
  let depth = 0;
  let inText = false;
  let kind = "";
  let title = "";
  scanXml(xml, {
    open(name) {
      kind ||= CHART.exec(name)?.[1] ?? "";
      if (name === "title") depth += 1;
      else if (name === "t") inText = depth > 0;
    },
    close(name) {
      if (name === "title") {
        depth -= 1;
        title += " ";
      } else if (name === "t") inText = false;
    },
    text(value) {
      if (inText) title += value;
    },
  });
  const chart = kind && `${kind[0]!.toUpperCase()}${kind.slice(1)} chart`;
  return [chart, title.trim()].filter((part) => part !== "").join(": ");
}
