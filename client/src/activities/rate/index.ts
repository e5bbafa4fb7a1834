import type { Kind } from "../kind";
import { later } from "../later";
import { readiness } from "./readiness";

export default {
  Vote: later(() => import("./Vote").then((module) => module.RateVote)),
  Result: later(() => import("./Result").then((module) => module.RateResult)),
  readiness,
} satisfies Kind;
