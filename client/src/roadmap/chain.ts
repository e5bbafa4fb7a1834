/* The meeting's chain: who comes from whom, and where each object stands in the drawing. */
import type { NodeValue } from "../wire";
import { folded } from "./filter";

export const GENERATIONS: readonly (readonly string[])[] = [
  ["challenge", "earlier"],
  ["idea", "offer", "need", "entry"],
  ["outcome", "practice"],
  ["synthesis"],
  ["line"],
];

export const STEP_X = 250;
export const STEP_Y = 34;
/** Room for the name of each generation. */
export const HEAD = 30;

export interface Placed {
  node: NodeValue;
  x: number;
  y: number;
}

export interface Edge {
  from: Placed;
  to: Placed;
  why: string;
}

export const placeOf = ({ sort, id }: { sort: string; id: string }): string => `${sort} ${id}`;

/** By place, every node that `start` came from or led to, itself included. */
export function kin(nodes: readonly NodeValue[], start: NodeValue): Set<string> {
  const back = walk(start, (node) => node.parents, nodes);
  const heirs = heirsOf(nodes);
  const on = walk(start, (node) => heirs.get(placeOf(node)) ?? [], nodes);
  return new Set([...back, ...on]);
}

function heirsOf(nodes: readonly NodeValue[]): Map<string, NodeValue[]> {
  const heirs = new Map<string, NodeValue[]>();
  for (const node of nodes)
    for (const parent of node.parents) {
      const place = placeOf(parent);
      heirs.set(place, [...(heirs.get(place) ?? []), node]);
    }
  return heirs;
}

function walk(
  start: NodeValue,
  next: (node: NodeValue) => readonly { sort: string; id: string }[],
  nodes: readonly NodeValue[],
): Set<string> {
  const known = new Map(nodes.map((node) => [placeOf(node), node]));
  const seen = new Set<string>();
  const asked = [placeOf(start)];
  for (let place = asked.pop(); place !== undefined; place = asked.pop()) {
    const node = known.get(place);
    if (seen.has(place) || !node) continue;
    seen.add(place);
    asked.push(...next(node).map(placeOf));
  }
  return seen;
}

/** The chain as people read it: `HR-26-07 ← P-03 ← D-12, D-19`, a generation an arrow. */
export function written(nodes: readonly NodeValue[], start: NodeValue): string {
  const known = new Map(nodes.map((node) => [placeOf(node), node]));
  const seen = new Set([placeOf(start)]);
  const generations: string[] = [];
  for (let row = [start]; row.length > 0; ) {
    generations.push(row.map(({ code }) => code).join(", "));
    row = row
      .flatMap(({ parents }) => parents.map(placeOf))
      .filter((place) => !seen.has(place) && seen.add(place))
      .flatMap((place) => known.get(place) ?? []);
  }
  return generations.join(" ← ");
}

/** What led to a synthesis or a line, and these; with `all`, everything that has a code. */
export function connected(nodes: readonly NodeValue[], all: boolean): NodeValue[] {
  if (all) return [...nodes];
  const ends = nodes.filter(({ sort }) => sort === "line" || sort === "synthesis");
  const led = new Set(ends.filter(({ parents }) => parents.length > 0).map(placeOf));
  for (const end of ends)
    for (const place of walk(end, (node) => node.parents, nodes)) led.add(place);
  return nodes.filter((node) => led.has(placeOf(node)));
}

/** The objects whose code or words match, with all they came from and led to; everything without words. */
export function around(
  nodes: readonly NodeValue[],
  words: string,
  textOf: (node: NodeValue) => string,
): NodeValue[] {
  const asked = folded(words).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [...nodes];
  const kept = new Set<string>();
  for (const node of nodes) {
    const text = folded(`${node.code} ${textOf(node)}`);
    if (asked.every((word) => text.includes(word)))
      for (const place of kin(nodes, node)) kept.add(place);
  }
  return nodes.filter((node) => kept.has(placeOf(node)));
}

/** A column a generation; in each, whatever shares children stands together, so that few edges cross. */
export function drawn(nodes: readonly NodeValue[]): {
  placed: Placed[];
  edges: Edge[];
  /** The sorts of each column, from the left. */
  generations: (readonly string[])[];
  width: number;
  height: number;
} {
  const columns = GENERATIONS.map((sorts) => nodes.filter(({ sort }) => sorts.includes(sort)));
  const used = columns.filter((column) => column.length > 0);
  const generations = GENERATIONS.filter((_, index) => (columns[index] ?? []).length > 0);
  const rows = new Map<string, number>();
  const placed: Placed[] = [];
  const heirs = heirsOf(nodes);
  // From the lines backwards: a parent stands near the mean row of its children.
  for (let x = used.length - 1; x >= 0; x--) {
    const wish = (node: NodeValue): number => {
      const below = heirs.get(placeOf(node)) ?? [];
      const known = below.map((child) => rows.get(placeOf(child)) ?? 0);
      return known.length > 0 ? known.reduce((sum, row) => sum + row, 0) / known.length : 1e6;
    };
    const column = (used[x] ?? []).map((node, index) => ({ node, index, at: wish(node) }));
    column.sort((one, other) => one.at - other.at || one.index - other.index);
    column.forEach(({ node }, row) => {
      rows.set(placeOf(node), row);
      placed.push({ node, x: x * STEP_X, y: HEAD + row * STEP_Y });
    });
  }
  const at = new Map(placed.map((one) => [placeOf(one.node), one]));
  const edges = placed.flatMap((to) =>
    to.node.parents.flatMap((parent) => {
      const from = at.get(placeOf(parent));
      return from ? [{ from, to, why: parent.why }] : [];
    }),
  );
  const longest = Math.max(1, ...used.map((column) => column.length));
  return {
    placed,
    edges,
    generations,
    width: Math.max(1, used.length) * STEP_X,
    height: HEAD + longest * STEP_Y,
  };
}
