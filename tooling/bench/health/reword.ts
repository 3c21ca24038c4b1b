const SYNONYMS: readonly (readonly [string, string])[] = `
about/roughly began/started begin/start large/big small/little many/numerous show/demonstrate showed/demonstrated
also/too because/since during/throughout however/yet important/significant increase/rise increased/rose help/assist
near/close_to often/frequently several/various such_as/like usually/normally used/employed use/employ found/discovered
first/initial main/chief method/approach result/outcome results/outcomes patients/sick_people people/persons
study/investigation studies/investigations area/region part/portion known/recognised called/named built/constructed
created/made made/produced became/turned_into major/chief most/the_majority_of between/from_among
`
  .trim()
  .split(/\s+/)
  .map((pair) => {
    const [one = "", other = ""] = pair.replaceAll("_", " ").split("/");
    return [one, other];
  });
const LEADS = ["According to the guide, ", "As others put it, ", "In short, ", "To be precise, "];

const REWORDINGS: readonly ((text: string, random: () => number) => string)[] = [
  // the same in other words, up to three of them
  (text) => {
    let left = 3;
    return SYNONYMS.reduce((told, [one, other]) => {
      const pattern = new RegExp(`\\b${one}\\b`);
      if (left === 0 || !pattern.test(told)) return told;
      left -= 1;
      return told.replace(pattern, other);
    }, text);
  },
  // begun otherwise
  (text, random) => {
    const lead = LEADS[Math.floor(random() * LEADS.length)]!;
    const keepsCapital = /^(?:\p{Lu}\S*\s+\p{Lu}|\p{Lu}{2}|I\b)/u.test(text);
    return lead + (keepsCapital ? text : text.charAt(0).toLowerCase() + text.slice(1));
  },
  // without what stands in brackets, adverbs and the like
  (text) => text.replace(/\s*\([^()]*\)/g, "").replace(/\s\p{Ll}+ly(?=\s)/gu, ""),
  // without the clause it ends in
  (text) =>
    text.replace(/, (?:which|who|where|including|as well as|although|while)\b[^,]*\.$/, "."),
  // what ends it first
  (text) =>
    text.replace(
      /^(\p{Lu}[^,]{20,}?) ((?:in|by|after|during|since) (?:the )?[^,.]{3,40})\.$/u,
      (_, main: string, end: string) =>
        `${end.charAt(0).toUpperCase()}${end.slice(1)}, ${main.charAt(0).toLowerCase()}${main.slice(1)}.`,
    ),
];

/** The sentence in two of five ways otherwise, as a second author might have written it. */
export function reword(text: string, random: () => number): string {
  const first = Math.floor(random() * REWORDINGS.length);
  const second = (first + 1 + Math.floor(random() * (REWORDINGS.length - 1))) % REWORDINGS.length;
  return [first, second].reduce((told, at) => REWORDINGS[at]!(told, random), text);
}
