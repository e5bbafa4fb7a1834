/* Which lines the table shows. */
import { signal } from "@preact/signals";
import type { LineValue } from "../wire";
import { lacks } from "./lacks";

export interface Filter {
  words: string;
  theme: string;
  mechanism: string;
  status: string;
  /** A column that stands empty. */
  lacks: string;
}

export const NONE: Filter = { words: "", theme: "", mechanism: "", status: "", lacks: "" };

export const filter = signal<Filter>(NONE);

/** Without accents and case, as people search. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The lines that all parts of the filter let through; withdrawn ones only where they are asked for. */
export function shown(lines: readonly LineValue[], by: Filter): LineValue[] {
  const words = folded(by.words).split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    if (by.status ? line.status !== by.status : line.status === "withdrawn") return false;
    if (by.theme && line.fields?.theme !== by.theme) return false;
    if (by.mechanism && line.fields?.mechanism !== by.mechanism) return false;
    if (by.lacks && !lacks(line).some((name) => name === by.lacks)) return false;
    const codes = line.sources.map(({ code }) => code).join(" ");
    const text = folded(`${line.code} ${codes} ${Object.values(line.fields ?? {}).join(" ")}`);
    return words.every((word) => text.includes(word));
  });
}
