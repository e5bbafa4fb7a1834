/* Where two entries of one thing do not say the same. */
import type { Line } from "../activities/onPaper";

export interface Difference {
  about: string;
  /** Undefined where that entry says nothing of it. */
  first: string | undefined;
  second: string | undefined;
}

/** What only one of them says, or both say otherwise; in the order of the first, then of what only the second says. */
export function differences(first: readonly Line[], second: readonly Line[]): Difference[] {
  const said = (lines: readonly Line[]) => new Map(lines.map(({ about, says }) => [about, says]));
  const [one, other] = [said(first), said(second)];
  return [...new Set([...one.keys(), ...other.keys()])]
    .map((about) => ({ about, first: one.get(about), second: other.get(about) }))
    .filter((row) => row.first !== row.second);
}
