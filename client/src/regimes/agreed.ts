/* Which regime a note follows, and what moving it to another takes. */
import { key } from "../state";
import type { AgreementValue, NodeValue } from "../wire";

/** From the freest to the strictest. */
export const REGIMES = ["open", "attributable", "chatham_house", "reserved"] as const;
export type Regime = (typeof REGIMES)[number];

export function agreementOf(entry: string): AgreementValue | undefined {
  return key("agreements")?.entries.find((one) => one.entry === entry);
}

/** What a move to `to` takes: nothing (`free`), nothing any more (`agreed`), somebody's word (`asked`); `none` where it
 * is there already. */
export function takes(
  to: Regime,
  now: string,
  agreement: Pick<AgreementValue, "asked" | "steps"> | undefined,
): "none" | "free" | "agreed" | "asked" {
  if (to === (agreement?.asked ?? now)) return "none";
  if (at(to) >= at(now)) return "free";
  return covered(to, agreement?.steps ?? []) ? "agreed" : "asked";
}

/** Whether some consent that stands reaches as far as `to`. */
function covered(to: Regime, steps: AgreementValue["steps"]): boolean {
  const standing: string[] = [];
  for (const { what, regime } of steps) {
    if (what === "voided") standing.length = 0;
    if (what === "agreed" && regime) standing.push(regime);
    if (what === "taken_back" && regime) standing.splice(standing.indexOf(regime), 1);
  }
  return standing.some((regime) => at(regime) <= at(to));
}

function at(regime: string): number {
  return REGIMES.indexOf(regime as Regime);
}

/** Notes of a table that validating would move to the regime asked for. */
export function moved(place: string, nodes: readonly NodeValue[]): NodeValue[] {
  return nodes.filter(({ id, sort, asked }) => sort === "entry" && asked && id.startsWith(place));
}
