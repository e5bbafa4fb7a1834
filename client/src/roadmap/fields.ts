/* The columns of a line as the table edits them. */
import type { LineFieldsValue } from "../wire";

export type Name = keyof LineFieldsValue;
export type Sort = "text" | "long" | "choice" | "leads";

export interface Column {
  name: Name;
  sort: Sort;
  /** As many characters as the server takes. */
  most?: number;
  /** Ids that a word each stands for in the catalogue; where there is none, they come from the programme. */
  choices?: readonly string[];
}

export const MECHANISMS = ["quito", "mirps", "pac", "joint"] as const;
export const STATUSES = [
  "proposed",
  "reviewed",
  "agreed_ad_referendum",
  "confirmed",
  "with_reservation",
  "withdrawn",
] as const;
export const ANSWERS = ["no_objection", "with_remark", "ad_referendum", "reservation"] as const;

export const COLUMNS: readonly Column[] = [
  { name: "activity", sort: "long", most: 200 },
  { name: "theme", sort: "choice" },
  { name: "challenge", sort: "choice" },
  { name: "output", sort: "long", most: 300 },
  { name: "mechanism", sort: "choice", choices: MECHANISMS },
  { name: "alignment", sort: "long", most: 300 },
  { name: "leads", sort: "leads" },
  { name: "institution", sort: "long", most: 300 },
  { name: "support", sort: "text", most: 300 },
  { name: "quarter", sort: "choice", choices: ["1", "2", "3", "4"] },
  { name: "year", sort: "text", most: 4 },
  { name: "milestone", sort: "text", most: 300 },
  { name: "indicator", sort: "long", most: 300 },
  { name: "baseline", sort: "text", most: 120 },
  { name: "target", sort: "text", most: 120 },
  { name: "verification", sort: "long", most: 300 },
  {
    name: "cooperation",
    sort: "choice",
    choices: ["technical", "financial", "peer", "none"],
  },
  { name: "amount", sort: "text", most: 120 },
  { name: "remarks", sort: "long", most: 1000 },
];

const NUMBERS = new Set<Name>(["quarter", "year"]);

/** A field as the table writes it. */
export function written(fields: LineFieldsValue, name: Name): string {
  const value = fields[name];
  return value === null || Array.isArray(value) ? "" : String(value);
}

/** What was written, as the command takes it. */
export function sent({ name, sort }: Column, text: string): string | number | null {
  const trimmed = text.trim();
  if (NUMBERS.has(name)) return /^\d+$/.test(trimmed) ? Number(trimmed) : null;
  return sort === "choice" && trimmed === "" ? null : trimmed;
}

/** Whether it begins like an activity should: with a verb in the infinitive. A hint, never a refusal. */
export function beginsWithVerb(activity: string): boolean {
  const first = activity.trim().split(/\s+/)[0]?.toLowerCase() ?? "";
  return first === "to" || /(ar|er|ir|ír|or|ôr)(se)?$/.test(first);
}
