import { ListPane } from "../list-pane.tsx";
import type { Viewer } from "../viewer.ts";
import { ReadingBlock } from "./reading-block.tsx";

/** What has no pages of its own, set for reading by the structure that was understood. */
export function ReadingPane({ viewer }: { viewer: Viewer }) {
  const { text, blocks, marks, passage, follow } = viewer;
  return (
    <ListPane name="original" label="Original" follow={follow}>
      <div className="mx-auto max-w-[46rem] px-8 py-6 max-md:px-4">
        {blocks.map((block) => (
          <ReadingBlock
            key={block.start}
            block={block}
            text={text}
            marks={marks}
            isChosen={
              passage !== null &&
              block.start < passage.locator.end &&
              block.end > passage.locator.start
            }
          />
        ))}
      </div>
    </ListPane>
  );
}
