import { later } from "../../activities/later";
import { ownBallot } from "../../ballots";
import { otherLang, pick, t } from "../../i18n";
import { Counted } from "../../parts/Counted";
import { Result } from "../../parts/Result";
import { key } from "../../state";
import type { ActivityValue, Text } from "../../wire";
import { Receipt } from "./Receipt";

const Movement = later(async () => (await import("../../parts/movement")).Movement);
const Breakdown = later(async () => (await import("../../parts/Breakdown")).Breakdown);

/** A revealed outcome, with the own choice marked where the round was not secret. */
export function Outcome({ activity }: { activity: ActivityValue }) {
  const told = key(`outcome/${activity.id}`);
  if (!told) return <div class="skeleton tall" />;
  const own =
    activity.secrecy === "secret" ? undefined : ownBallot(activity.id, told.round)?.ballot;
  const question = activity.setup.question as Text;
  const how = told.outcome.how as Text;
  return (
    <>
      <h2 tabIndex={-1} data-heading lang={otherLang(question)} dir="auto">
        {pick(question)}
      </h2>
      <Counted outcome={told.outcome} activity={activity} />
      <Result told={told} activity={activity} size="phone" own={own} />
      {told.outcome.breakdown !== undefined && <Breakdown outcome={told.outcome} />}
      {told.movement && <Movement movement={told.movement} />}
      {!activity.boards && <Receipt id={activity.id} round={told.round} />}
      <p class="small muted">
        <strong>{t(activity.boards ? "result.made" : "result.how")}.</strong> {pick(how)}
      </p>
    </>
  );
}
