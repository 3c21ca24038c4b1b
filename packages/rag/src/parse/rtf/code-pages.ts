import iconv from "iconv-lite";

/** The code page that goes with a font's character set (RTF 1.9, `\fcharset`). */
const CHARACTER_SETS: Record<number, number> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

export function codePageOfCharacterSet(charset: number): string | undefined {
  const page = CHARACTER_SETS[charset];
  return page === undefined ? undefined : nameCodePage(page);
}

export function nameCodePage(page: number): string | undefined {
  if (page === 10000) return "macroman";
  if (page === 65001) return "utf-8";
  return iconv.encodingExists(`cp${page}`) ? `cp${page}` : undefined;
}
