/** Words, of few other languages, that show a text to be German. */
const GERMAN =
  /(?<!\p{L})(?:der|das|den|dem|und|ist|eine?[nmrs]?|mit|für|werden|nicht|kein\p{L}*|wird|sich|auf|im|zum|zur|pro)(?!\p{L})/iu;

/** Whether a text is of a language that writes every noun with a capital, so that a capital shows no name. */
export function capitalisesNouns(text: string): boolean {
  return GERMAN.test(text);
}
