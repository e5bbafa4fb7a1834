import { expect, test } from "vitest";
import { placeBeyond } from "./order";

const ALL = ["a", "hidden", "b", "c"];

test("a line goes past the next one that is shown", () => {
  expect(placeBeyond("b", -1, ["a", "b", "c"], ALL)).toBe(0);
  expect(placeBeyond("a", 1, ["a", "b", "c"], ALL)).toBe(2);
});

test("at the ends there is nothing to go past", () => {
  expect(placeBeyond("a", -1, ["a", "b", "c"], ALL)).toBeUndefined();
  expect(placeBeyond("c", 1, ["a", "b", "c"], ALL)).toBeUndefined();
});
