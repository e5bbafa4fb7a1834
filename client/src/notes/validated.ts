import { key } from "../state";
import type { ValidatedValue } from "../wire";

/** What the table stood by last, if it has: phones know it of their own table, rapporteurs of every one. */
export function validatedBy(activity: string, table: string): ValidatedValue | undefined {
  const own = key(`validated/${activity}`);
  if (own?.table === table) return own;
  return key(`entries/${activity}`)?.validated.find((stood) => stood.table === table);
}
