import type { Widget } from "@understudy/core/widget/contract";

export type Theme = Widget["theme"];
