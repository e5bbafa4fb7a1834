/* What every kind with options asks of them. */
import { type Lines, repeats, split } from "./lines";

const MOST = 40;

export function optionFaults(lines: Lines): string[] {
  const count = split(lines).length;
  if (count < 2) return ["edit.fault.options_few"];
  if (count > MOST) return ["edit.fault.options_many"];
  return repeats(lines) ? ["edit.fault.options_twice"] : [];
}
