/** The months in a few languages, folded, January first. */
export const MONTH_NAMES: readonly (readonly string[])[] = [
  "january januar janvier enero gennaio",
  "february februar fevrier febrero febbraio",
  "march marz mars marzo",
  "april avril abril aprile",
  "may mai mayo maggio",
  "june juni juin junio giugno",
  "july juli juillet julio luglio",
  "august aout agosto",
  "september septembre septiembre settembre",
  "october oktober octobre octubre ottobre",
  "november novembre noviembre",
  "december dezember decembre diciembre dicembre",
].map((names) => names.split(" "));
