import { t } from "../i18n";
import type { OutcomeValue } from "../wire";

interface Counts {
  voted: number;
  answered: number;
  abstained: number;
  not_applicable: number;
  delegations: number;
}

/** Who voted, and the two answers that are counted apart. */
export function Counted({ outcome }: { outcome: OutcomeValue["outcome"] }) {
  const counted = outcome.counted as Counts | undefined;
  if (!counted || counted.voted === 0) return null;
  const apart = (["abstained", "not_applicable"] as const)
    .filter((name) => counted[name] > 0)
    .map((name) => t(`result.${name}`, { count: counted[name] }));
  const whole = `${t("result.people", { n: counted.voted })} ${t("result.delegations", { n: counted.delegations })}`;
  return <p class="muted small">{[whole, ...apart].join(" · ")}</p>;
}
