import type { Kind } from "../kind";
import { later } from "../later";

export default {
  Write: later(() => import("../../entries/Written").then((module) => module.Written)),
  Board: later(() => import("../../entries/Board").then((module) => module.Board)),
  Result: later(() => import("./Result").then((module) => module.CollectResult)),
} satisfies Kind;
