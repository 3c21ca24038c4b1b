const MARKER =
  /^\s{0,12}(?:[-*+•▪◦‣–—·○●■□➢✓❖☐☑☒\uF020-\uF0FF]\s+\S|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+\S|\[\d{1,3}\]\s+\S)/;

/** Whether a line opens a list item: a bullet, or a short number or letter with `.` or `)`, or a reference's number in brackets. */
export function startsListItem(line: string): boolean {
  return MARKER.test(line.length > 40 ? line.slice(0, 40) : line);
}
