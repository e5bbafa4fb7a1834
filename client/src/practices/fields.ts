/* The fields of a good-practice sheet, as the form asks for them. */
import { forget, keep, kept } from "../storage";
import type { PracticeFieldsValue } from "../wire";

export interface FieldShape {
  name: TextField;
  /** As the server takes it. */
  max: number;
  long: boolean;
}

export type TextField = Exclude<keyof PracticeFieldsValue, "categories" | "tags" | "sources">;

const LINE = 300;
const PASSAGE = 2000;

export const FIELDS: readonly FieldShape[] = [
  { name: "title", max: 200, long: false },
  { name: "description", max: PASSAGE, long: true },
  { name: "period", max: LINE, long: false },
  { name: "entities", max: LINE, long: false },
  { name: "partners", max: LINE, long: false },
  { name: "results", max: PASSAGE, long: true },
  { name: "conditions", max: PASSAGE, long: true },
  { name: "replicability", max: PASSAGE, long: true },
  { name: "submitted_by", max: LINE, long: false },
  { name: "contact", max: LINE, long: false },
  { name: "website", max: LINE, long: false },
];

/** What is being written: texts by field, tags as one line parted by commas. */
export interface Draft {
  texts: Record<TextField, string>;
  tags: string;
  categories: string[];
}

export function draftOf(fields?: PracticeFieldsValue): Draft {
  const texts = Object.fromEntries(
    FIELDS.map(({ name }) => [name, fields?.[name] ?? ""]),
  ) as Record<TextField, string>;
  return { texts, tags: fields?.tags.join(", ") ?? "", categories: fields?.categories ?? [] };
}

/** The fields that a draft says differently from `before`, as a command sends them. */
export function changesOf(draft: Draft, before: Draft = draftOf()): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const { name } of FIELDS) {
    const text = draft.texts[name].trim();
    if (text !== before.texts[name].trim()) changes[name] = text;
  }
  const tags = tagsIn(draft.tags);
  if (tags.join() !== tagsIn(before.tags).join()) changes.tags = tags;
  if (draft.categories.join() !== before.categories.join()) changes.categories = draft.categories;
  return changes;
}

function tagsIn(line: string): string[] {
  const tags = line
    .split(",")
    .map((tag) => tag.trim().slice(0, 40))
    .filter(Boolean);
  return [...new Set(tags)].slice(0, 10);
}

/** An address begins with http:// or https://, or there is none. */
export function addressFits(draft: Draft): boolean {
  return /^(https?:\/\/\S+)?$/.test(draft.texts.website.trim());
}

/** What was being written survives a reload; `sheet` is its id, or "new". */
export function keepDraft(meeting: string, sheet: string, draft: Draft): boolean {
  return keep(`practice.${meeting}.${sheet}`, draft);
}

export function keptDraft(meeting: string, sheet: string): Draft | undefined {
  return kept<Draft>(`practice.${meeting}.${sheet}`);
}

export function forgetDraft(meeting: string, sheet: string): void {
  forget(`practice.${meeting}.${sheet}`);
}
