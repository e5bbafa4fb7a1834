/* One activity: where it stands, who has voted, its time, and what can be done with it out of the order. */
import { useState } from "preact/hooks";
import { kindOf } from "../../activities";
import { later } from "../../activities/later";
import { otherLang, pick, t } from "../../i18n";
import { takesPaper } from "../../paper/takes";
import { Method } from "../../parts/Method";
import { Turnout } from "../../parts/Turnout";
import { key } from "../../state";
import type { PlanActivity, Text } from "../../wire";
import { asked } from "./Ask";
import { act, locked } from "./act";
import { CoveredOutcome } from "./CoveredOutcome";
import { editOf } from "./kinds";
import { editing, planActivity, plans, sessionOf } from "./look";
import { paperQuestion, sealQuestion } from "./NextBar";
import { mayGoOn } from "./nextRound";
import { lacksPaper, phaseOf } from "./steps";
import { TimeBox } from "./TimeBox";

const Paper = later(() => import("../../paper/Panel").then((module) => module.PaperPanel));

export function ActivityPanel({ activity }: { activity: string }) {
  const plan = planActivity(activity);
  if (!plan) return null;
  const live = key(`activity/${activity}`);
  const Board = kindOf(plan.kind)?.Board;
  const due = key(`paper/${activity}`)?.due ?? false;
  return (
    <article class="activity-panel">
      <p class="small muted">
        {plan.code} · {t(editOf(plan.kind)?.name ?? plan.kind)} ·{" "}
        {t(`control.voters.${plan.voters}`)} ·{" "}
        {live?.pads
          ? t("control.secrecy.notes")
          : t(`control.${Board ? "author" : "secrecy"}.${plan.secrecy}`)}
        {plan.setup.unit === "delegation" && ` · ${t("control.unit.delegation")}`}
      </p>
      <h2 lang={otherLang(plan.title)} dir="auto">
        {pick(plan.title)}
      </h2>
      {plan.trial && <p class="banner calm">{t("trial.mark")}</p>}
      <Phases plan={plan} />
      <Follows plan={plan} />
      {pick(plan.setup.question as Text) !== pick(plan.title) && (
        <p class="question" lang={otherLang(plan.setup.question as Text)} dir="auto">
          {pick(plan.setup.question as Text)}
        </p>
      )}
      {plan.phase === "draft" && <Options plan={plan} />}
      {plan.phase !== "draft" && live && (
        <div class="live">
          <Turnout activity={activity} />
          {plan.phase === "open" && <TimeBox activity={live} />}
        </div>
      )}
      {Board && live && <Board activity={live} />}
      {live && takesPaper(live) && <Paper activity={live} />}
      {(plan.phase === "closed" || plan.phase === "revealed") && !due && (
        <CoveredOutcome key={`${activity}/${plan.round}`} plan={plan} />
      )}
      {(live ?? plan).method.length > 0 && <Method activity={live ?? plan} />}
      <Actions plan={plan} />
    </article>
  );
}

/** Of what it is the next round. */
function Follows({ plan }: { plan: PlanActivity }) {
  const before = plan.follows === null ? undefined : planActivity(plan.follows);
  if (!before) return null;
  return (
    <p class="small muted">
      {t("control.follows")} {before.code} · <span dir="auto">{pick(before.title)}</span>
    </p>
  );
}

const PHASES = ["draft", "open", "closed", "revealed"];

function Phases({ plan }: { plan: PlanActivity }) {
  if (plan.skipped) return <p class="phases">{t("control.phase.skipped.long")}</p>;
  const at = PHASES.indexOf(plan.phase);
  return (
    <ol class="phases" aria-label={t("control.phase")}>
      {PHASES.map((phase, index) => (
        <li
          key={phase}
          class={index < at ? "done" : undefined}
          aria-current={index === at ? "step" : undefined}
        >
          {t(`control.phase.${phase}`)}
        </li>
      ))}
      {plan.round > 0 && <li class="round">{t("control.round", { round: plan.round })}</li>}
      {isCounting(plan) && <li class="round">{t("control.step.counting")}</li>}
    </ol>
  );
}

/** Nothing is waited for but the count. */
function isCounting(plan: PlanActivity): boolean {
  const waits = key(`board/${plan.id}`)?.working || key(`paper/${plan.id}`)?.due;
  return plan.phase === "closed" && !plan.sealed && !waits;
}

/** What people will choose from, as prepared. */
function Options({ plan }: { plan: PlanActivity }) {
  const listed = (plan.setup.options ?? plan.setup.headings) as
    | { id: string; text?: Text; title?: Text }[]
    | undefined;
  if (!listed) return null;
  return (
    <ul class="options">
      {listed.map((option) => (
        <li key={option.id} dir="auto">
          {pick(option.text ?? option.title)}
        </li>
      ))}
    </ul>
  );
}

function Actions({ plan }: { plan: PlanActivity }) {
  const off = locked.value;
  const button = (label: string, run: () => void) => (
    <button key={label} type="button" class="button" disabled={off} onClick={run}>
      {label}
    </button>
  );
  const step = key("next");
  const isNext = step?.args.activity === plan.id;
  const session = sessionOf(plan.id);
  const running = session !== undefined && key("now")?.session === session;
  const edit = () => {
    editing.value = { form: "activity", activity: plan.id };
  };
  const again = { activity: plan.id, round: plan.round };
  return (
    <div class="actions">
      {plan.phase === "draft" &&
        running &&
        !plan.skipped &&
        !isNext &&
        button(t("control.open_now"), () => void act("open_activity", { activity: plan.id }))}
      {plan.phase === "open" && !isNext && button(t("control.close_now"), () => closeNow(plan))}
      {plan.phase === "closed" &&
        plan.sealed &&
        !isNext &&
        button(t("control.reveal_now"), () => void act("reveal_outcome", again))}
      {(plan.phase === "closed" || plan.phase === "revealed") &&
        plan.sealed &&
        running &&
        button(
          t("control.reopen", { round: plan.round + 1 }),
          () => void act("reopen_activity", again),
        )}
      {mayGoOn(plan, key(`activity/${plan.id}`)) &&
        button(t("control.next_round"), () => prepareNext(plan))}
      {button(t("control.edit"), edit)}
      {plan.phase === "draft" &&
        button(
          t(plan.skipped ? "control.unskip" : "control.skip"),
          () => void act("skip_activity", { activity: plan.id, skip: !plan.skipped }),
        )}
      <MoveButtons plan={plan} session={session} off={off} />
    </div>
  );
}

/** Another activity for the next round, in the session that runs or comes next. */
function prepareNext(plan: PlanActivity): void {
  const now = key("now");
  const session = now?.session ?? now?.next ?? sessionOf(plan.id);
  if (session) editing.value = { form: "new-activity", session, follows: plan.id };
}

function closeNow(plan: PlanActivity): void {
  const args = { activity: plan.id, round: plan.round };
  const run = () => void act("close_activity", args);
  const live = key(`activity/${plan.id}`);
  const step = { command: "close_activity", args, title: plan.title, pending: false };
  const stands = () => phaseOf(planActivity(plan.id) ?? plan) === "open";
  if (lacksPaper(plan.id)) asked.value = paperQuestion(stands, run);
  else if (live?.secrecy !== "secret" || live.pads || live.boards) run();
  else asked.value = sealQuestion(step, stands, run);
}

interface MoveProps {
  plan: PlanActivity;
  session: string | undefined;
  off: boolean;
}

function MoveButtons({ plan, session, off }: MoveProps) {
  const [moving, setMoving] = useState(false);
  const siblings = plans.value.get(session ?? "")?.activities ?? [];
  const place = siblings.findIndex((line) => line.id === plan.id);
  const move = (to: number) => void act("move_activity", { activity: plan.id, place: to });
  const sessions =
    key("programme")?.sessions.filter(
      (line) => line.format !== "pause" && line.phase !== "ended",
    ) ?? [];
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={off || place <= 0}
        onClick={() => move(place - 1)}
      >
        {t("control.up")}
      </button>
      <button
        type="button"
        class="button"
        disabled={off || place >= siblings.length - 1}
        onClick={() => move(place + 1)}
      >
        {t("control.down")}
      </button>
      {plan.phase === "draft" && !moving && (
        <button type="button" class="button" onClick={() => setMoving(true)}>
          {t("control.move_to")}
        </button>
      )}
      {moving && (
        <label class="inline-field">
          <span class="form-label">{t("control.move_to.which")}</span>
          <select
            class="field"
            value={session}
            onChange={(event) => {
              setMoving(false);
              void act("move_activity", {
                activity: plan.id,
                session: event.currentTarget.value,
                place: 1000,
              });
            }}
          >
            {sessions.map((line) => (
              <option key={line.id} value={line.id}>
                {pick(line.title)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
