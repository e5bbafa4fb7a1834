/* What every kind with options asks of them. */
import { key } from "../../state";
import { cited, type Lines, repeats, split } from "./lines";

const MOST = 100;

export function optionFaults(lines: Lines, cite = true): string[] {
  const count = split(lines).length;
  if (count < 2) return ["edit.fault.options_few"];
  if (count > MOST) return ["edit.fault.options_many"];
  if (repeats(lines)) return ["edit.fault.options_twice"];
  return cite && unknown(lines) ? ["edit.fault.options_unknown"] : [];
}

/** Whether a line is a code that no challenge of the bank has. */
export function unknown(lines: Lines): boolean {
  const bank = new Set(key("bank")?.challenges.map(({ id }) => id));
  return [...cited(lines)].some(([code, how]) => how === "code" && !bank.has(code));
}
