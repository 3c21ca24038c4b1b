import { z } from "zod";

const line = (max: number) => z.string().trim().max(max);

/** How a widget looks and what it says at first; what is left out is the twin's, or the widget's own. */
export const Theme = z.object({
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "A colour is written as #1a2b3c.")
    .default("#3b5bdb"),
  position: z.enum(["bottom-right", "bottom-left"]).default("bottom-right"),
  /** Pixels, of the corners. */
  radius: z.int().min(0).max(28).default(12),
  colorScheme: z.enum(["auto", "light", "dark"]).default("auto"),
  title: line(60).default(""),
  greeting: line(500).default(""),
  launcherText: line(40).default(""),
  starterQuestions: z.array(line(200).min(1)).max(8).optional(),
  avatar: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .optional(),
});
export type Theme = z.output<typeof Theme>;
