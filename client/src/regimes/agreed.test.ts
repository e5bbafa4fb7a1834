import { expect, test } from "vitest";
import type { AgreementStep } from "../wire";
import { takes } from "./agreed";

function step(what: string, regime: string | null): AgreementStep {
  return { at: 1, what, regime, role: null, table: null, delegation: null };
}

test("stricter is free, looser takes somebody's word", () => {
  expect(takes("reserved", "chatham_house", undefined)).toBe("free");
  expect(takes("open", "chatham_house", undefined)).toBe("asked");
  expect(takes("chatham_house", "chatham_house", undefined)).toBe("none");
});

test("what was agreed to holds at once, as far as it was agreed to", () => {
  const agreement = { asked: null, steps: [step("agreed", "attributable")] };
  expect(takes("attributable", "chatham_house", agreement)).toBe("agreed");
  expect(takes("open", "chatham_house", agreement)).toBe("asked");
});

test("a consent that was taken back or voided counts no more", () => {
  const back = [step("agreed", "open"), step("taken_back", "open")];
  expect(takes("open", "chatham_house", { asked: null, steps: back })).toBe("asked");
  const other = [step("agreed", "open"), step("voided", null)];
  expect(takes("open", "chatham_house", { asked: null, steps: other })).toBe("asked");
});

test("what is asked already need not be asked again, and may be taken back", () => {
  const agreement = { asked: "open", steps: [step("asked", "open")] };
  expect(takes("open", "chatham_house", agreement)).toBe("none");
  expect(takes("chatham_house", "chatham_house", agreement)).toBe("free");
});
