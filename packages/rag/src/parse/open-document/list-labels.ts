import { formatCount } from "../office/number-label.ts";
import type { OpenDocumentStyles } from "./open-document-styles.ts";

export interface ListLabels {
  /** A list without a style looks as the outer one says; a continued one goes on counting. */
  open(style: string | undefined, isContinued: boolean): void;
  close(): void;
  item(): void;
  /** The label of a paragraph that begins an item, or the empty string. */
  take(): string;
}

interface OpenList {
  style: string;
  count: number;
  isNew: boolean;
}

/** Counts the items of lists in lists. */
export function createListLabels({ lists }: OpenDocumentStyles): ListLabels {
  const open: OpenList[] = [];
  const counts = new Map<string, number>();
  return {
    open(style = open.at(-1)?.style ?? "", isContinued) {
      const count = isContinued ? (counts.get(style) ?? 0) : 0;
      open.push({ style, count, isNew: false });
    },
    close() {
      const list = open.pop();
      if (list && open.length === 0) counts.set(list.style, list.count);
    },
    item() {
      const list = open.at(-1);
      if (list) Object.assign(list, { count: list.count + 1, isNew: true });
    },
    take() {
      const list = open.at(-1);
      if (!list?.isNew) return "";
      list.isNew = false;
      const format = lists.get(list.style)?.[open.length - 1] ?? "-";
      return format === "-" || format === "" ? format : `${formatCount(list.count, format)}.`;
    },
  };
}
