/*
 * Options and headings as people type them: one a line. A line that did not change keeps its id, its translations and
 * its short label; a line that did keeps its id only.
 */
import type { Text } from "../../wire";

export interface Item {
  id: string;
  text: Text;
  [more: string]: unknown;
}

/** The lines as typed, in the language `lang`, and the items they were read from. */
export interface Lines {
  typed: string;
  lang: string;
  before: readonly Item[];
}

/** A challenge of the meeting's bank is cited by its code alone; the server writes it out. */
const CITED = /^[A-Z]{2,6}-\d{1,3}$/;

export function linesOf(items: readonly Item[], lang: string): Lines {
  return { typed: items.map((item) => worded(item.text, lang)).join("\n"), lang, before: items };
}

export function split(lines: Lines): string[] {
  return lines.typed
    .split("\n")
    .map((line) => line.trim().replace(/^[-•*]\s+/, ""))
    .filter(Boolean);
}

/** Items with their ids, or the code of a cited challenge as a string. `prefix` begins the ids of new lines. */
export function itemsOf(lines: Lines, prefix: string, cite = true): (Item | string)[] {
  const typed = split(lines);
  const kept = typed.map((line) =>
    lines.before.find((item) => worded(item.text, lines.lang) === line),
  );
  const used = new Set<string>(kept.flatMap((item) => (item ? [item.id] : [])));
  const samePlaces = typed.length === lines.before.length;
  return typed.map((line, index) => {
    const same = kept[index];
    if (same) return same;
    if (cite && CITED.test(line)) return line;
    const there = lines.before[index];
    const id = samePlaces && there && !used.has(there.id) ? there.id : fresh(prefix, used);
    used.add(id);
    return { id, text: { [lines.lang]: line } };
  });
}

/** The challenges among the lines, by their codes: those that are written out already, and those cited by the code
 * alone. */
export function cited(lines: Lines): Map<string, "words" | "code"> {
  return new Map(
    itemsOf(lines, "").map((item) =>
      typeof item === "string" ? [item, "code"] : [item.id, "words"],
    ),
  );
}

/** The lines with the challenge `code`, or without it. */
export function withCited(lines: Lines, code: string, on: boolean): Lines {
  const typed = split(lines);
  const place = itemsOf(lines, "").findIndex(
    (item) => (typeof item === "string" ? item : item.id) === code,
  );
  if (place >= 0 === on) return lines;
  const known = lines.before.find((item) => item.id === code);
  const kept = on
    ? [...typed, known ? worded(known.text, lines.lang) : code]
    : typed.filter((_, index) => index !== place);
  return { ...lines, typed: kept.join("\n") };
}

/** True where two lines say the same. */
export function repeats(lines: Lines): boolean {
  const typed = split(lines);
  return new Set(typed).size < typed.length;
}

function fresh(prefix: string, used: ReadonlySet<string>): string {
  let number = 1;
  while (used.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

function worded(text: Text, lang: string): string {
  const every = text as Record<string, string | undefined>;
  return (every[lang] ?? every.es ?? Object.values(every).find(Boolean) ?? "")
    .replace(/\s*\n\s*/g, " ")
    .trim();
}
