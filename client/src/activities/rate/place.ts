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

/**
 * A box for each of `points` whose label is `widths[i]` wide, inside `area`, touching neither a point (of `radius`) nor
 * another label. A label for which there is no room at all has no box.
 */
export function placeLabels(
  points: readonly Point[],
  widths: readonly number[],
  height: number,
  radius: number,
  area: Box,
): Placed[] {
  const dots = points.map(({ x, y }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
  const placed: Placed[] = [];
  for (const [index, point] of points.entries()) {
    const box = candidates(point, widths[index] ?? 0, height, radius, area).find(
      (candidate) => ![...dots, ...placed].some((taken) => overlap(candidate, taken)),
    );
    if (box) placed.push({ ...box, index, apart: !isBeside(box, point, radius) });
  }
  return placed;
}

/** Every place for a label, the nearest first: right, left, above and below of its point, then line by line away. */
function candidates(point: Point, width: number, height: number, radius: number, area: Box): Box[] {
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
    Math.max(0, box.x - point.x, point.x - box.x - width) * 0.5;
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
