import { type Fields, isObject } from "./is-object.ts";

/**
 * Amazon Transcribe lists who spoke when beside what was said when: gives each word the speaker that is
 * listed for its moment. Other values stay as they are.
 */
export function nameByTime(value: unknown): unknown {
  const results = isObject(value) ? value.results : undefined;
  if (!isObject(value) || !isObject(results)) return value;
  const { items, speaker_labels: labels } = results;
  if (!Array.isArray(items) || !isObject(labels) || !Array.isArray(labels.segments)) return value;
  const speakers = new Map(
    labels.segments
      .flatMap((segment: Fields) => (Array.isArray(segment.items) ? segment.items : []))
      .filter(isObject)
      .map((item) => [item.start_time, item.speaker_label]),
  );
  let speaker: unknown;
  const named = items.filter(isObject).map((item) => {
    speaker = item.speaker_label ?? speakers.get(item.start_time) ?? speaker;
    return { ...item, ...(speaker !== undefined && { speaker_label: speaker }) };
  });
  return { ...value, results: { items: named } };
}
