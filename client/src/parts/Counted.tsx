import { t } from "../i18n";
import type { OutcomeValue } from "../wire";

interface Counts {
  voted: number;
  answered: number;
  abstained: number;
  not_applicable: number;
  delegations: number;
}

interface Props {
  outcome: OutcomeValue["outcome"];
  /** People wrote and nobody voted. */
  wrote?: boolean;
}

/** Who voted, and the two answers that are counted apart. */
export function Counted({ outcome, wrote = false }: Props) {
  const counted = outcome.counted as Counts | undefined;
  if (!counted || counted.voted === 0) return null;
  if (wrote)
    return (
      <p class="muted small">{t("result.wrote", { n: counted.voted, of: counted.delegations })}</p>
    );
  const apart = (["abstained", "not_applicable"] as const)
    .filter((name) => counted[name] > 0)
    .map((name) => t(`result.${name}`, { count: counted[name] }));
  const whole = `${t("result.people", { n: counted.voted })} ${t("result.delegations", { n: counted.delegations })}`;
  return <p class="muted small">{[whole, ...apart].join(" · ")}</p>;
}
