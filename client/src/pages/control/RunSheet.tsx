/* The run sheet: what was planned, what happened, and what the drift does to what follows. */
import { computed } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { second } from "../../clock";
import { lang, otherLang, pick, t } from "../../i18n";
import { clockTime } from "../../parts/time";
import { key } from "../../state";
import type { PlanActivity, PlanValue, SessionLine } from "../../wire";
import { locked } from "./act";
import { chosen, editing, focus, plans, sessionLine } from "./look";
import { type Drift, OUTSIDE, type Shifted, type Slot, schedule } from "./schedule";
import { phaseOf } from "./steps";

/** The sheet is drawn once a minute, not once a second. */
const minute = computed(() => Math.floor(second.value / 60_000) * 60_000);

export function RunSheet() {
  const programme = key("programme");
  if (!programme) return <Skeleton />;
  const { slots, drift } = schedule(
    programme.sessions,
    plans.value,
    minute.value,
    key("meeting")?.zone,
  );
  return (
    <>
      <DriftLine drift={drift} />
      <ol class="run-sheet">
        {programme.sessions.map((session, index) => {
          const slot = slots[index] as Slot;
          const before = programme.sessions[index - 1];
          return (
            <SessionRow
              key={session.id}
              session={session}
              slot={slot}
              plan={plans.value.get(session.id)}
              newDay={
                dayName(slot.plannedStart) !==
                (before && dayName((slots[index - 1] as Slot).plannedStart))
              }
            />
          );
        })}
      </ol>
      <button
        type="button"
        class="button wide"
        disabled={locked.value}
        onClick={() => {
          editing.value = { form: "new-session", after: focusedSession() };
        }}
      >
        {t("control.session.new")}
      </button>
    </>
  );
}

function focusedSession(): string | null {
  const at = focus.value;
  return at && "session" in at ? at.session : (key("now")?.session ?? null);
}

function DriftLine({ drift }: { drift: Drift | null }) {
  if (!drift) return null;
  if (drift.outside) return <p class="drift">{t("control.drift.outside")}</p>;
  const { minutes, pauses } = drift;
  const words =
    Math.abs(minutes) < 2
      ? t("control.drift.none")
      : t(minutes > 0 ? "control.drift.late" : "control.drift.early", { count: Math.abs(minutes) });
  return (
    <p class={minutes > 1 ? "drift late" : "drift"}>
      <strong>{words}</strong>
      {pauses.map((pause) => (
        <span key={pause.id}>{pauseWords(pause)}</span>
      ))}
    </p>
  );
}

function pauseWords({ id, planned, expected, late }: Shifted): string {
  const words = { title: pick(sessionLine(id)?.title), planned: clockTime(planned) };
  if (late <= 1) return t("control.drift.pause.kept", words);
  return t("control.drift.pause.late", { ...words, expected: clockTime(expected) });
}

interface SessionRowProps {
  session: SessionLine;
  slot: Slot;
  plan: PlanValue | undefined;
  newDay: boolean;
}

function SessionRow({ session, slot, plan, newDay }: SessionRowProps) {
  const [unfolded, setUnfolded] = useState(false);
  const running = slot.state === "running";
  const activities = plan?.activities ?? [];
  const at = focus.value;
  const here = at !== null && "session" in at && at.session === session.id;
  const open =
    running ||
    unfolded ||
    activities.some((line) => at && "activity" in at && at.activity === line.id);
  const unfolds = t(open ? "control.less" : "control.activities", { n: activities.length });
  return (
    <li class={`session slot-${slot.state}`}>
      {newDay && <p class="day">{dayName(slot.plannedStart)}</p>}
      <div class="session-head">
        <SessionTimes slot={slot} />
        <div>
          <button
            ref={useSight(here)}
            type="button"
            class="line"
            aria-current={here ? "true" : undefined}
            onClick={() => {
              chosen.value = { session: session.id };
            }}
          >
            <span class="session-title" lang={otherLang(session.title)} dir="auto">
              {pick(session.title)}
            </span>
            <span class="small muted">{sessionWords(session, slot)}</span>
          </button>
          {activities.length > 0 && !running && (
            <button
              type="button"
              class="fold"
              aria-expanded={open}
              aria-label={`${unfolds}. ${t("control.unfold", { title: pick(session.title) })}`}
              onClick={() => setUnfolded(!unfolded)}
            >
              {unfolds}
            </button>
          )}
        </div>
      </div>
      {open && activities.length > 0 && (
        <ol class="activities">
          {activities.map((line) => (
            <ActivityRow key={line.id} line={line} />
          ))}
        </ol>
      )}
      {running && (
        <button
          type="button"
          class="button quiet add"
          disabled={locked.value}
          onClick={() => {
            editing.value = { form: "new-activity", session: session.id };
          }}
        >
          {t("control.activity.new")}
        </button>
      )}
    </li>
  );
}

/** Planned time, and under it the real or expected one where it differs. */
function SessionTimes({ slot }: { slot: Slot }) {
  const real = slot.state === "running" || slot.state === "ended";
  const differs = slot.state !== "skipped" && Math.abs(slot.late) > 1;
  const outside = Math.abs(slot.late) > OUTSIDE;
  return (
    <span class="times">
      <time>{clockTime(slot.plannedStart)}</time>
      {differs && (
        <time class={outside ? "muted" : slot.late > 0 ? "late" : "early"}>
          <span class="hidden-text">{t(real ? "control.real" : "control.expected")} </span>
          {clockTime(slot.start)}
        </time>
      )}
    </span>
  );
}

function sessionWords(session: SessionLine, slot: Slot): string {
  const length = t("control.minutes.short", { count: session.minutes });
  switch (slot.state) {
    case "running":
      return t("control.session.running", { time: clockTime(slot.end) });
    case "ended":
      return t("control.session.ended", { time: clockTime(slot.end) });
    case "skipped":
      return t("control.session.skipped");
    default:
      return session.format === "tables"
        ? `${length} · ${t("control.tables.count", { n: session.tables.length })}`
        : length;
  }
}

function ActivityRow({ line }: { line: PlanActivity }) {
  const at = focus.value;
  const here = at !== null && "activity" in at && at.activity === line.id;
  const phase = phaseOf(line);
  return (
    <li>
      <button
        ref={useSight(here)}
        type="button"
        class={`line phase-${phase}`}
        aria-current={here ? "true" : undefined}
        onClick={() => {
          chosen.value = { activity: line.id };
        }}
      >
        <span lang={otherLang(line.title)} dir="auto">
          {pick(line.title)}
        </span>
        <span class="small phase-word">
          {t(`control.phase.${phase}`)}
          {line.trial && ` · ${t("control.trial.mark")}`}
          {line.round > 1 && ` · ${t("control.round", { round: line.round })}`}
        </span>
      </button>
    </li>
  );
}

/** What the middle shows stays in sight in the sheet. */
function useSight(here: boolean) {
  const line = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (here) line.current?.scrollIntoView?.({ block: "nearest" });
  }, [here]);
  return line;
}

function Skeleton() {
  return (
    <div aria-hidden="true">
      {[1, 2, 3, 4, 5, 6].map((line) => (
        <p key={line} class="skeleton row-skeleton" />
      ))}
    </div>
  );
}

function dayName(ms: number): string {
  const zone = key("meeting")?.zone;
  return new Intl.DateTimeFormat(lang.value, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(zone ? { timeZone: zone } : {}),
  }).format(ms);
}
