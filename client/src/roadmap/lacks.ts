/* What a line still needs before it can go out. */
import type { LineValue } from "../wire";

export const NEEDED = [
  "theme",
  "output",
  "mechanism",
  "leads",
  "institution",
  "quarter",
  "indicator",
  "verification",
] as const;
export type Needed = (typeof NEEDED)[number];

/** The columns that stand empty in a line; none of one that is withheld or withdrawn. */
export function lacks({ fields, status }: Pick<LineValue, "fields" | "status">): Needed[] {
  if (!fields || status === "withdrawn") return [];
  return NEEDED.filter((name) => {
    const value = fields[name];
    return Array.isArray(value) ? value.length === 0 : !value;
  });
}
