import type { Kind } from "../kind";
import { later } from "../later";

export default {
  Write: later(() => import("./Fair").then((module) => module.Fair)),
  Board: later(() => import("./FairBoard").then((module) => module.FairBoard)),
  Result: later(() => import("./Result").then((module) => module.ExchangeResult)),
} satisfies Kind;
