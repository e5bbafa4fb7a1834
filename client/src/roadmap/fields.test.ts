import { describe, expect, it } from "vitest";
import type { LineValue, NodeValue } from "../wire";
import { askedFor, cited, nodeId } from "./born";
import { around, connected, drawn, kin, written } from "./chain";
import { beginsWithVerb, COLUMNS, sent } from "./fields";
import { NONE, shown } from "./filter";
import { lacks } from "./lacks";

const column = (name: string) => {
  const found = COLUMNS.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};

describe("fields", () => {
  it("go to the server as it takes them", () => {
    expect(sent(column("output"), " Una red ")).toBe("Una red");
    expect(sent(column("mechanism"), "")).toBeNull();
    expect(sent(column("quarter"), "3")).toBe(3);
    expect(sent(column("year"), "pronto")).toBeNull();
  });

  it("know an infinitive in the languages of the region", () => {
    for (const text of ["Crear una red", "Promover", "To share", "Constituir", "Reunirse cada mes"])
      expect(beginsWithVerb(text)).toBe(true);
    for (const text of ["Una red", "Creación de una red", ""])
      expect(beginsWithVerb(text)).toBe(false);
  });
});

const line = (code: string, more: Partial<LineValue>, fields: object): LineValue =>
  ({ code, status: "proposed", sources: [], ...more, fields }) as unknown as LineValue;

describe("the filter", () => {
  const lines = [
    line("HR-26-01", {}, { activity: "Crear una red de intérpretes", theme: "INT" }),
    line("HR-26-02", { status: "reviewed" }, { activity: "Capacitar", mechanism: "mirps" }),
    line("HR-26-03", { status: "withdrawn" }, { activity: "Capacitar" }),
  ];
  const codes = (by: object) => shown(lines, { ...NONE, ...by }).map(({ code }) => code);

  it("searches without accents, in code and words", () => {
    expect(codes({ words: "interpretes RED" })).toEqual(["HR-26-01"]);
    expect(codes({ words: "26-02" })).toEqual(["HR-26-02"]);
  });

  it("keeps to theme, mechanism and status; withdrawn lines are shown when asked for", () => {
    expect(codes({})).toEqual(["HR-26-01", "HR-26-02"]);
    expect(codes({ theme: "INT" })).toEqual(["HR-26-01"]);
    expect(codes({ mechanism: "mirps" })).toEqual(["HR-26-02"]);
    expect(codes({ status: "withdrawn" })).toEqual(["HR-26-03"]);
  });
});

const node = (sort: string, id: string, parents: [string, string][] = []): NodeValue =>
  ({
    sort,
    id,
    code: id,
    parents: parents.map(([of, parent]) => ({ sort: of, id: parent, why: "merge" })),
  }) as unknown as NodeValue;

describe("the chain", () => {
  const nodes = [
    node("entry", "n-1"),
    node("entry", "n-2"),
    node("entry", "alone"),
    node("synthesis", "s-1", [
      ["entry", "n-1"],
      ["entry", "n-2"],
    ]),
    node("line", "l-1", [["synthesis", "s-1"]]),
    node("line", "l-2", [["entry", "n-2"]]),
  ];

  it("leaves out what led to nothing, unless asked", () => {
    expect(connected(nodes, false).map(({ id }) => id)).not.toContain("alone");
    expect(connected(nodes, true)).toHaveLength(6);
  });

  it("walks back and forth", () => {
    const [first] = nodes;
    expect(first && [...kin(nodes, first)].sort()).toEqual([
      "entry n-1",
      "line l-1",
      "synthesis s-1",
    ]);
  });

  it("draws a column a generation and an edge a parent", () => {
    const { placed, edges } = drawn(connected(nodes, false));
    const x = (id: string) => placed.find((one) => one.node.id === id)?.x ?? -1;
    expect(x("n-1")).toBeLessThan(x("s-1"));
    expect(x("s-1")).toBeLessThan(x("l-1"));
    expect(edges).toHaveLength(4);
    const spots = placed.map(({ x: left, y }) => `${left} ${y}`);
    expect(new Set(spots).size).toBe(placed.length);
  });
});

describe("what is searched and written of the chain", () => {
  const nodes = [
    node("idea", "d-1"),
    node("idea", "d-2"),
    node("outcome", "p-1", [
      ["idea", "d-1"],
      ["idea", "d-2"],
    ]),
    node("line", "l-1", [["outcome", "p-1"]]),
    node("line", "l-2"),
  ];
  const words = (one: { id: string }) => (one.id === "d-2" ? "Intérpretes" : "");

  it("is a generation an arrow, each object once", () => {
    const line = nodes[3];
    expect(line && written(nodes, line)).toBe("l-1 ← p-1 ← d-1, d-2");
  });

  it("keeps what matches with all it came from and led to", () => {
    expect(around(nodes, "interp", words).map(({ id }) => id)).toEqual(["d-2", "p-1", "l-1"]);
    expect(around(nodes, " ", words)).toHaveLength(5);
    expect(around(nodes, "nothing", words)).toEqual([]);
  });
});

describe("an address", () => {
  it("asks to take an object to the roadmap", () => {
    expect(askedFor("#take=idea:idea-0001")).toEqual({ sort: "idea", id: "idea-0001" });
    expect(askedFor("#roadmap")).toBeUndefined();
  });
});

describe("what a line lacks", () => {
  it("names its empty columns, and nothing of what is withheld or withdrawn", () => {
    const one = line("HR-26-01", {}, { theme: "BKL", output: "Una red", leads: ["peru"] });
    expect(lacks(one)).toEqual([
      "mechanism",
      "institution",
      "quarter",
      "indicator",
      "verification",
    ]);
    expect(lacks({ ...one, status: "withdrawn" })).toEqual([]);
    expect(lacks({ ...one, fields: null })).toEqual([]);
  });
});

describe("sources", () => {
  it("name the part of an outcome apart from its activity", () => {
    const source = cited({ sort: "outcome", id: "votes.C-1" });
    expect(source).toEqual({ sort: "outcome", id: "votes", part: "C-1", why: "promote" });
    expect(nodeId(source)).toBe("votes.C-1");
    expect(cited({ sort: "entry", id: "pads.t1.e0" }).id).toBe("pads.t1.e0");
  });
});
