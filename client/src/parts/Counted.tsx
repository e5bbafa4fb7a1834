import { t } from "../i18n";
import type { ActivityValue, OutcomeValue } from "../wire";

interface Counts {
  voted: number;
  answered: number;
  abstained: number;
  not_applicable: number;
  delegations: number;
  sources?: { phone: number; paper: number; hands: number };
}

interface Props {
  outcome: OutcomeValue["outcome"];
  activity: ActivityValue;
}

/** Who voted, and the two answers that are counted apart. */
export function Counted({ outcome, activity }: Props) {
  const counted = outcome.counted as Counts | undefined;
  if (!counted || counted.voted === 0) return null;
  if (activity.boards)
    return (
      <p class="muted small">{`${t("result.wrote", { n: counted.voted })} ${t("result.delegations", { n: counted.delegations })}`}</p>
    );
  const apart = (["abstained", "not_applicable"] as const)
    .filter((name) => counted[name] > 0)
    .map((name) => t(`result.${name}`, { count: counted[name] }));
  const whole =
    activity.setup.unit === "delegation"
      ? t("result.shared", { n: counted.delegations })
      : `${t("result.people", { n: counted.voted })} ${t("result.delegations", { n: counted.delegations })}`;
  const sources = (["phone", "paper", "hands"] as const)
    .filter((name) => counted.sources?.[name])
    .map((name) => t(`result.source.${name}`, { count: counted.sources?.[name] ?? 0 }));
  return <p class="muted small">{[whole, ...apart, ...sources].join(" · ")}</p>;
}
