/* The time given to what is open. At zero nothing closes by itself. */
import { second } from "../../clock";
import { t } from "../../i18n";
import { clockTime, duration } from "../../parts/time";
import { key } from "../../state";
import type { ActivityValue } from "../../wire";
import { act, locked } from "./act";

const ADD = [60, 120, 300];

export function TimeBox({ activity }: { activity: ActivityValue }) {
  const { ends_at: endsAt, opened_at: openedAt } = activity;
  const add = (seconds: number | null) =>
    act("add_time", { activity: activity.id, round: activity.round, seconds });
  const over = endsAt !== null && endsAt <= second.value;
  return (
    <div class="time-box">
      <p class={over ? "time-left time-over" : "time-left"} role="timer">
        {endsAt === null
          ? duration(second.value - openedAt)
          : duration(Math.abs(endsAt - second.value))}
      </p>
      <p class="small muted">{timeWords(endsAt, over)}</p>
      <div class="time-add">
        {ADD.map((seconds) => (
          <button
            key={seconds}
            type="button"
            class="button"
            disabled={locked.value}
            onClick={() => void add(seconds)}
          >
            {t("control.time.add", { n: seconds / 60 })}
          </button>
        ))}
        {endsAt !== null && (
          <button
            type="button"
            class="button"
            disabled={locked.value}
            onClick={() => void add(null)}
          >
            {t("control.time.clear")}
          </button>
        )}
      </div>
    </div>
  );
}

function timeWords(endsAt: number | null, over: boolean): string {
  if (endsAt === null) return t("control.time.free");
  return over ? t("control.time.past") : t("control.time.until", { time: clockTime(endsAt) });
}

/** The same in the bar at the bottom: what is left, or the clock. */
export function ShortTime() {
  const now = key("now");
  const endsAt = now?.phase === "open" ? now.ends_at : null;
  if (endsAt === null || endsAt === undefined)
    return <p class="short-time">{clockTime(second.value)}</p>;
  const over = endsAt <= second.value;
  return (
    <p class={over ? "short-time time-over" : "short-time"}>
      {over ? "+" : ""}
      {duration(Math.abs(endsAt - second.value))}
    </p>
  );
}
