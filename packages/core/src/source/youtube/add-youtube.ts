import { z } from "zod";
import { useCase } from "../../kernel/use-case.ts";
import { AddedSource, AddUrlInput } from "../contract.ts";
import { addVideo } from "./add-video.ts";
import { notAVideo } from "./refusals.ts";
import { readVideoAddress } from "./video-address.ts";

const Language = z
  .string()
  .trim()
  .regex(/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i, "Give a language by its code, such as en or pt-BR.");

/**
 * A video by its transcript, in the language asked for or else the one that is spoken. The same video
 * in the same language is one source. Refuses `source.invalid_url`; what its job finds is its failure.
 */
export const addYoutube = useCase({
  permission: "source.write",
  input: AddUrlInput.extend({ language: Language.optional() }),
  output: AddedSource,
  run: async (ctx, { twinId, url, language }) => {
    const video = readVideoAddress(url);
    if (!video) throw notAVideo();
    return addVideo(ctx, twinId, { ...video, ...(language && { language }) });
  },
});
