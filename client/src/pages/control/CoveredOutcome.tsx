/* Results stay covered here too until somebody asks: there may be someone looking at this screen. */
import { useState } from "preact/hooks";
import { pick, t } from "../../i18n";
import { Breakdown } from "../../parts/Breakdown";
import { Movement } from "../../parts/movement";
import { Result } from "../../parts/Result";
import { key } from "../../state";
import type { PlanActivity, Text } from "../../wire";

export function CoveredOutcome({ plan }: { plan: PlanActivity }) {
  const [shown, setShown] = useState(false);
  const told = key(plan.phase === "revealed" ? `outcome/${plan.id}` : `preview/${plan.id}`);
  const live = key(`activity/${plan.id}`);
  if (live?.pads || key(`board/${plan.id}`)?.working) return null;
  if (!told || !live) return <p class="covered">{t("control.outcome.counting")}</p>;
  return (
    <div class="covered">
      {plan.phase !== "revealed" && !shown && <p>{t("control.outcome.covered")}</p>}
      <button type="button" class="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t(shown ? "control.outcome.cover" : "control.outcome.show")}
      </button>
      {shown && (
        <div class="outcome-here">
          <Result told={told} activity={live} size="phone" />
          <Breakdown outcome={told.outcome} />
          {told.movement && <Movement movement={told.movement} />}
          <p class="small muted">
            {t("result.how")}: {pick(told.outcome.how as Text)}
          </p>
        </div>
      )}
    </div>
  );
}
