/* One session: its plan, its questions, and starting, ending, moving or skipping it out of the order. */
import { otherLang, pick, t } from "../../i18n";
import { clockTime } from "../../parts/time";
import { key } from "../../state";
import type { PlanValue, SessionLine } from "../../wire";
import { act, locked } from "./act";
import { editing, plans, sessionLine } from "./look";

export function SessionPanel({ session }: { session: string }) {
  const line = sessionLine(session);
  const plan = plans.value.get(session);
  if (!line || !plan) return null;
  return (
    <article class="session-panel">
      <p class="small muted">
        {line.code} · {clockTime(line.starts_at)} ·{" "}
        {t("control.minutes.short", { count: line.minutes })} · {t(`control.format.${line.format}`)}
        {line.format !== "pause" && ` · ${t(`regime.${line.regime}`)}`}
      </p>
      <h2 lang={otherLang(line.title)} dir="auto">
        {pick(line.title)}
      </h2>
      <p class="phases">
        {plan.skipped ? t("control.session.skipped") : t(`control.session.phase.${line.phase}`)}
        {line.started_at !== null &&
          ` · ${t("control.session.since", { time: clockTime(line.started_at) })}`}
      </p>
      {line.about && (
        <p lang={otherLang(line.about)} dir="auto">
          {pick(line.about)}
        </p>
      )}
      {line.questions.length > 0 && (
        <ol class="guide">
          {line.questions.map((question) => (
            <li key={pick(question)} dir="auto">
              {pick(question)}
            </li>
          ))}
        </ol>
      )}
      {plan.activities.length === 0 && line.format !== "pause" && (
        <p class="muted">{t("control.session.empty")}</p>
      )}
      <SessionActions line={line} plan={plan} />
    </article>
  );
}

function SessionActions({ line, plan }: { line: SessionLine; plan: PlanValue }) {
  const sessions = key("programme")?.sessions ?? [];
  const place = sessions.findIndex((other) => other.id === line.id);
  const step = key("next");
  const isNext = step?.args.session === line.id;
  const running = line.phase === "running";
  const button = (label: string, run: () => void, off = false) => (
    <button key={label} type="button" class="button" disabled={off || locked.value} onClick={run}>
      {label}
    </button>
  );
  const move = (to: number) => void act("move_session", { session: line.id, place: to });
  return (
    <div class="actions">
      {!running &&
        !isNext &&
        !plan.skipped &&
        button(
          t(line.phase === "ended" ? "control.session.again" : "control.session.start"),
          () => void act("start_session", { session: line.id }),
        )}
      {running &&
        !isNext &&
        button(t("control.session.end"), () => void act("end_session", { session: line.id }))}
      {line.phase !== "ended" &&
        line.format !== "pause" &&
        button(t("control.activity.new"), () => {
          editing.value = { form: "new-activity", session: line.id };
        })}
      {button(t("control.session.edit"), () => {
        editing.value = { form: "session", session: line.id };
      })}
      {line.started_at === null &&
        button(
          t(plan.skipped ? "control.unskip" : "control.skip"),
          () => void act("skip_session", { session: line.id, skip: !plan.skipped }),
        )}
      {button(t("control.up"), () => move(place - 1), place <= 0)}
      {button(t("control.down"), () => move(place + 1), place >= sessions.length - 1)}
    </div>
  );
}
