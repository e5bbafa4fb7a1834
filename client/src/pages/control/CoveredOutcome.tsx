/* Results stay covered here too until somebody asks: there may be someone looking at this screen. */
import { useState } from "preact/hooks";
import { kindOf } from "../../activities";
import { pick, t } from "../../i18n";
import { key } from "../../state";
import type { PlanActivity, Text } from "../../wire";

export function CoveredOutcome({ plan }: { plan: PlanActivity }) {
  const [shown, setShown] = useState(false);
  const told = key(plan.phase === "revealed" ? `outcome/${plan.id}` : `preview/${plan.id}`);
  const live = key(`activity/${plan.id}`);
  if (live?.pads) return null;
  if (!told || !live) return <p class="covered">{t("control.outcome.counting")}</p>;
  const Result = kindOf(plan.kind)?.Result;
  return (
    <div class="covered">
      {plan.phase !== "revealed" && !shown && <p>{t("control.outcome.covered")}</p>}
      <button type="button" class="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t(shown ? "control.outcome.cover" : "control.outcome.show")}
      </button>
      {shown && Result && (
        <div class="outcome-here">
          <Result outcome={told.outcome} activity={live} size="phone" />
          <p class="small muted">
            {t("result.how")}: {pick(told.outcome.how as Text)}
          </p>
        </div>
      )}
    </div>
  );
}
