import { describe, expect, it } from "vitest";
import type { ExchangeValue, PostValue } from "../../wire";
import { answerTo, between, othersOf, pointsOf } from "./fair";

const post = (id: string, sort: string, delegation: string, theme = "BKL"): PostValue => ({
  id,
  code: null,
  sort,
  delegation,
  fields: { text: id, theme, support: "peer" },
});
const FAIR: ExchangeValue = {
  round: 1,
  open: true,
  posts: [
    post("o1", "offer", "peru"),
    post("o2", "offer", "peru", "COI"),
    post("n1", "need", "mexico"),
    post("n2", "need", "belize", "COI"),
    post("n3", "need", "panama", "DIG"),
  ],
  points: [
    { offer: "o1", need: "n1", fits: true, interested: [], agreed: false },
    { offer: "o2", need: "n2", fits: true, interested: ["belize", "peru"], agreed: true },
  ],
};

describe("what a delegation sees", () => {
  it("has the agreed first, with the own post told from the other", () => {
    expect(pointsOf(FAIR, "peru").map(({ own, other }) => [own.id, other.id])).toEqual([
      ["o2", "n2"],
      ["o1", "n1"],
    ]);
    expect(pointsOf(FAIR, "mexico").map(({ own, other }) => [own.id, other.id])).toEqual([
      ["n1", "o1"],
    ]);
    expect(pointsOf(FAIR, "panama")).toEqual([]);
  });

  it("lists what others posted and does not fit", () => {
    expect(othersOf(FAIR, "peru").map(({ id }) => id)).toEqual(["n3"]);
    expect(othersOf(FAIR, "panama").map(({ id }) => id)).toEqual(["o1", "o2", "n1", "n2"]);
  });

  it("answers with a post of the other side, best on the same theme", () => {
    const need = post("n4", "need", "chile", "COI");
    expect(answerTo(FAIR, "peru", need)?.id).toBe("o2");
    expect(answerTo(FAIR, "peru", { ...need, fields: { theme: "INT" } })?.id).toBe("o1");
    expect(answerTo(FAIR, "mexico", need)).toBeUndefined();
    expect(between(need, post("o9", "offer", "peru"))).toEqual({ offer: "o9", need: "n4" });
  });
});
