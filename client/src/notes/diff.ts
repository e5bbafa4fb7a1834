/*
 * What a person did to a text, as one replacement, and where a caret goes when others write before it. Places count
 * UTF-16 units, as text areas and Yjs do.
 */

/** At `at`, `removed` units gave way to `inserted`. */
export interface Change {
  at: number;
  removed: number;
  inserted: string;
}

/** One step of what happened to a text: kept, inserted or deleted. */
export type Step = { retain?: number; insert?: unknown; delete?: number };

/** The smallest single replacement that turns `before` into `after`; undefined where they are equal.
 *
 * `caret` is where the caret stands in `after`: among equal letters it tells which of them was typed. */
export function changeBetween(
  before: string,
  after: string,
  caret = after.length,
): Change | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  // What stands behind the caret was not touched, so the ends are compared first, but not beyond it.
  let tail = 0;
  const behind = Math.min(shorter, after.length - caret);
  while (tail < behind && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  let head = 0;
  while (head < shorter - tail && before[head] === after[head]) head += 1;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  [head, tail] = wholeLetters(before, after, head, tail);
  return {
    at: head,
    removed: before.length - head - tail,
    inserted: after.slice(head, after.length - tail),
  };
}

/** Never cut a letter of two units in half: the halves would be nonsense on their own. */
function wholeLetters(before: string, after: string, head: number, tail: number): [number, number] {
  const splitsHead = head > 0 && isHigh(before.charCodeAt(head - 1));
  const first = splitsHead ? head - 1 : head;
  const splits = (text: string) => tail > 0 && isLow(text.charCodeAt(text.length - tail));
  return [first, splits(before) || splits(after) ? tail - 1 : tail];
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Where a place in a text is after `steps` happened to it. What is inserted exactly there comes behind it. */
export function placeAfter(place: number, steps: readonly Step[]): number {
  let read = 0; // in the text before
  let moved = place;
  for (const step of steps) {
    if (read >= place) break;
    if (step.retain) read += step.retain;
    else if (step.delete) {
      moved -= Math.min(step.delete, place - read);
      read += step.delete;
    } else if (typeof step.insert === "string") moved += step.insert.length;
  }
  return Math.max(0, moved);
}
