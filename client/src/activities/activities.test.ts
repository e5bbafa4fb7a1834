import { describe, expect, it } from "vitest";
import { kindOf } from ".";
import { shuffled } from "./order";
import { readiness as pollReadiness } from "./poll/readiness";
import { placeText } from "./prioritise/place";
import { scoreText } from "./prioritise/Result";
import { dotsLeft, moved, readiness, without } from "./prioritise/readiness";

const options = ["A", "B", "C", "D", "E", "F"].map((id) => ({ id, text: { es: id } }));

describe("the order of options", () => {
  it("is the same after a reload, and another on another phone", () => {
    expect(shuffled(options, "peru-1.a")).toEqual(shuffled(options, "peru-1.a"));
    const orders = new Set(
      Array.from({ length: 20 }, (_, i) =>
        shuffled(options, `s${i}`)
          .map((o) => o.id)
          .join(""),
      ),
    );
    expect(orders.size).toBeGreaterThan(10);
  });

  it("loses nothing and puts each option first about as often", () => {
    const first = new Map<string, number>();
    for (let i = 0; i < 3000; i++) {
      const mixed = shuffled(options, `seat-${i}.a`);
      expect(mixed.map((o) => o.id).sort()).toEqual(options.map((o) => o.id));
      const id = mixed[0]?.id ?? "";
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    for (const count of first.values()) expect(Math.abs(count - 500)).toBeLessThan(120);
  });
});

describe("a ranking", () => {
  const setup = { method: "rank", top: 3, options };

  it("says how many are missing, and when it can be sent", () => {
    expect(readiness(setup, undefined)).toEqual({ ready: false, hint: "Elija 3 más" });
    expect(readiness(setup, { ranking: ["A"] })).toEqual({
      ready: true,
      hint: "Elija 2 más o envíe ya",
    });
    expect(readiness(setup, { ranking: ["A", "B", "C"] }).hint).toBe("Listo para enviar");
    expect(readiness(setup, { abstain: true }).ready).toBe(true);
  });

  it("forgets what is no option any more", () => {
    expect(readiness(setup, { ranking: ["Z"] }).ready).toBe(false);
  });

  it("is changed one place at a time", () => {
    expect(moved(["A", "B", "C"], 2, 1)).toEqual(["A", "C", "B"]);
    expect(moved(["A", "B", "C"], 0, 1)).toEqual(["B", "A", "C"]);
    expect(without(["A", "B", "C"], "B")).toEqual(["A", "C"]);
  });

  it("writes a score without decimals", () => {
    expect([scoreText("11"), scoreText("45/2"), scoreText("1/3")]).toEqual(["11", "23", "0"]);
  });

  it("counts dots", () => {
    const dots = { method: "dots" as const, dots: 5, options };
    expect(dotsLeft(dots, { points: { A: 2, B: 1 } })).toBe(2);
    expect(readiness(dots, { points: {} }).ready).toBe(false);
  });

  it("writes a shared place with both ends", () => {
    expect([placeText([3, 3]), placeText([3, 4])]).toEqual(["3", "3–4"]);
  });
});

describe("a poll", () => {
  it("is ready when answered", () => {
    expect(pollReadiness({ answer: "single" }, undefined).ready).toBe(false);
    expect(pollReadiness({ answer: "single" }, { choices: ["A"] }).ready).toBe(true);
    expect(pollReadiness({ answer: "scale" }, { value: 0 }).ready).toBe(true);
    expect(pollReadiness({ answer: "text" }, { text: "  " }).ready).toBe(false);
    expect(pollReadiness({ answer: "text" }, { not_applicable: true }).ready).toBe(true);
  });
});

it("every kind is found by its folder", () => {
  for (const name of ["poll", "prioritise", "notes"]) expect(kindOf(name), name).toBeDefined();
  expect(kindOf("unheard-of")).toBeUndefined();
});
