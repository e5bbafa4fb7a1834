/*
 * Where the labels of a quadrant go: each beside its point if there is room, else as near as there is, with a line to its
 * point. Greedy, from the first point on, so that the same outcome always looks the same.
 */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Placed extends Box {
  /** Which of the points it belongs to. */
  index: number;
  /** Whether it stands away from its point, so that a line has to join them. */
  apart: boolean;
}

export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Where the line of a label that stands away from its point ends: where the label is nearest. */
export function lineEnd(box: Box, point: Point): Point {
  return {
    x: Math.min(Math.max(point.x, box.x), box.x + box.width),
    y: Math.min(Math.max(point.y, box.y), box.y + box.height),
  };
}

/** Whether the line from `from` to `to` goes through `box` (Liang and Barsky, 1984). */
export function crosses(from: Point, to: Point, box: Box): boolean {
  const way = { x: to.x - from.x, y: to.y - from.y };
  let [first, last] = [0, 1];
  for (const [step, room] of [
    [-way.x, from.x - box.x],
    [way.x, box.x + box.width - from.x],
    [-way.y, from.y - box.y],
    [way.y, box.y + box.height - from.y],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) first = Math.max(first, room / step);
    if (step > 0) last = Math.min(last, room / step);
  }
  return first < last;
}

/**
 * A box for each of `points` whose label is `widths[i]` wide, inside `area`, touching neither a point (of `radius`) nor
 * another label, and where that is possible struck by no line and striking none. A label for which there is no room at
 * all has no box.
 */
export function placeLabels(
  points: readonly Point[],
  widths: readonly number[],
  height: number,
  radius: number,
  area: Box,
): Placed[] {
  let best: Layout | undefined;
  for (const lean of LEANS) {
    let order = points.map((_, index) => index);
    // Whoever is struck goes before what is in the way the next time.
    for (let tries = 0; tries <= points.length; tries++) {
      const found = inOrder(order, points, widths, height, radius, area, lean);
      if (!best || cost(found) < cost(best)) best = found;
      const [struck] = found.struck;
      if (!struck) break;
      const rest = order.filter((index) => index !== struck.index);
      const place = rest.indexOf(struck.by);
      order = [...rest.slice(0, place), struck.index, ...rest.slice(place)];
    }
    if (best && cost(best) === 0) break;
  }
  return [...(best?.placed ?? [])].sort((one, other) => one.index - other.index);
}

/** How much labels lean to a side: first not at all, then to the left, to the right. */
const LEANS = [0, 0.05, -0.05];

interface Layout {
  placed: Placed[];
  /** Labels that the line of another strikes, or whose line strikes another. */
  struck: { index: number; by: number }[];
  lacking: number;
}

/** No label is dearer than one that a line goes through. */
function cost({ struck, lacking }: Layout): number {
  return 100 * lacking + struck.length;
}

function inOrder(
  order: readonly number[],
  points: readonly Point[],
  widths: readonly number[],
  height: number,
  radius: number,
  area: Box,
  lean: number,
): Layout {
  const dots = points.map(({ x, y }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
  const placed: Placed[] = [];
  const struck: Layout["struck"] = [];
  for (const index of order) {
    const point = points[index] as Point;
    const inTheWay = (box: Box) =>
      placed.find((other) => {
        const its = points[other.index] as Point;
        return (
          (other.apart && crosses(its, lineEnd(other, its), box)) ||
          (!isBeside(box, point, radius) && crosses(point, lineEnd(box, point), other))
        );
      });
    const free = candidates(point, widths[index] ?? 0, height, radius, area, lean).filter(
      (candidate) => ![...dots, ...placed].some((taken) => overlap(candidate, taken)),
    );
    const box = free.find((candidate) => !inTheWay(candidate)) ?? free[0];
    const other = box && inTheWay(box);
    if (other) struck.push({ index, by: other.index });
    if (box) placed.push({ ...box, index, apart: !isBeside(box, point, radius) });
  }
  return { placed, struck, lacking: order.length - placed.length };
}

/** Every place for a label, the nearest first: right, left, above and below of its point, then line by line away. */
function candidates(
  point: Point,
  width: number,
  height: number,
  radius: number,
  area: Box,
  lean: number,
): Box[] {
  const gap = radius * 1.6;
  const sides = [point.x + gap, point.x - gap - width, point.x - width / 2];
  const columns = [...sides, ...sides.map((x) => x + gap * 3), ...sides.map((x) => x - gap * 3)];
  const lines = Math.ceil(area.height / height);
  const boxes: Box[] = [];
  for (let line = 0; line <= lines * 2; line++) {
    const shift = (line % 2 ? 1 : -1) * Math.ceil(line / 2) * (height / 2 + radius * 0.4);
    for (const x of columns) boxes.push({ x, y: point.y - height / 2 + shift, width, height });
  }
  const far = (box: Box) =>
    Math.abs(box.y + height / 2 - point.y) +
    Math.max(0, box.x - point.x, point.x - box.x - width) * 0.5 +
    lean * (box.x + width / 2 - point.x);
  return boxes.filter((box) => isInside(box, area)).sort((one, other) => far(one) - far(other));
}

function isInside(box: Box, area: Box): boolean {
  return (
    box.x >= area.x &&
    box.y >= area.y &&
    box.x + box.width <= area.x + area.width &&
    box.y + box.height <= area.y + area.height
  );
}

function isBeside(box: Box, point: Point, radius: number): boolean {
  const reach = radius * 2;
  return (
    point.x >= box.x - reach &&
    point.x <= box.x + box.width + reach &&
    point.y >= box.y - reach &&
    point.y <= box.y + box.height + reach
  );
}
