import { classNames } from "#ui/class-names.ts";
import type { Block } from "../block.ts";
import type { Mark } from "../cut-marks.ts";
import { MarkedText } from "../marked-text.tsx";
import { readSheets } from "../sheet/read-sheets.ts";

interface BlockProps {
  block: Block;
  text: string;
  marks: readonly Mark[];
  isChosen: boolean;
}

export function ReadingBlock({ isChosen, ...props }: BlockProps) {
  return (
    <div
      data-start={props.block.start}
      className={classNames(
        "-mx-4 border-l-2 px-4 py-1 leading-6 break-words [contain-intrinsic-height:auto_4rem] [content-visibility:auto]",
        isChosen ? "border-accent-text" : "border-transparent",
      )}
    >
      <Content {...props} />
    </div>
  );
}

const HEADINGS = ["pt-4 text-xl font-semibold", "pt-3 text-lg font-semibold", "pt-2 font-semibold"];

function Content({ block, text, marks }: Omit<BlockProps, "isChosen">) {
  const words = <MarkedText text={text} span={block} marks={marks} />;
  switch (block.kind) {
    case "heading": {
      const level = Math.min(block.level ?? 1, HEADINGS.length);
      // The page's own title is the one heading of level 1.
      const Heading = (["h2", "h3", "h4"] as const)[level - 1] ?? "h4";
      return <Heading className={HEADINGS[level - 1]}>{words}</Heading>;
    }
    case "list_item":
      return <p className="pl-4 whitespace-pre-line">{words}</p>;
    case "quote":
      return (
        <blockquote className="border-l-2 border-rim pl-3 whitespace-pre-line text-muted">
          {words}
        </blockquote>
      );
    case "code":
      return (
        <pre className="rounded-md bg-sunken p-3 font-mono text-sm whitespace-pre-wrap">
          {words}
        </pre>
      );
    case "table":
      return <Table block={block} text={text} marks={marks} />;
    case "paragraph":
      return <p className="whitespace-pre-line">{words}</p>;
  }
}

function Table({ block, text, marks }: Omit<BlockProps, "isChosen">) {
  const [sheet] = readSheets(text, [block]);
  return (
    <table className="my-1 w-full border-collapse text-sm">
      <tbody>
        {sheet?.rows.map((row) => (
          <tr key={row.start}>
            {row.cells.map((cell) => (
              <td key={cell.start} className="border border-line px-2 py-1 align-top">
                <MarkedText text={text} span={cell} marks={marks} />
              </td>
            ))}
            {row.cells.length < sheet.columnCount && (
              <td
                colSpan={sheet.columnCount - row.cells.length}
                className="border border-line px-2 py-1"
              />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
