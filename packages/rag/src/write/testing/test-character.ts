import type { Character } from "../character.ts";

export const testCharacter: Character = {
  name: "Ada",
  headline: "pump expert",
  bio: "Ada has built pumps since 1990.",
  purpose: "Help owners run their pumps.",
  instructions: "Mention safety first.",
  speakingStyle: "Plain, with dry wit.",
  answerLength: "medium",
  strictness: "strict",
  language: null,
};
