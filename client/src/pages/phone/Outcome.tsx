import { kindOf } from "../../activities";
import { ownBallot } from "../../ballots";
import { pick, t } from "../../i18n";
import { Counted } from "../../parts/Counted";
import { key } from "../../state";
import type { ActivityValue } from "../../wire";
import { Receipt } from "./Activity";

/** A revealed outcome, with the own choice marked where the round was not secret. */
export function Outcome({ activity }: { activity: ActivityValue }) {
  const told = key(`outcome/${activity.id}`);
  const kind = kindOf(activity.kind);
  if (!told || !kind) return <div class="skeleton" style={{ height: "9em" }} />;
  const own =
    activity.secrecy === "secret" ? undefined : ownBallot(activity.id, told.round)?.ballot;
  return (
    <>
      <h2 tabIndex={-1} data-heading>
        {pick(activity.title)}
      </h2>
      <Counted outcome={told.outcome} />
      <kind.Result outcome={told.outcome} activity={activity} size="phone" own={own} />
      <Receipt id={activity.id} round={told.round} />
      <details>
        <summary>{t("result.how")}</summary>
        <p>{pick(told.outcome.how as never)}</p>
      </details>
    </>
  );
}
