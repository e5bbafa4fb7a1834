/* What the room's screen shows: a small true picture of now, one of what comes next, and the choice between them. */
import { pick, t } from "../../i18n";
import { key, keys } from "../../state";
import type { ActivityValue, Stage as StageChoice } from "../../wire";
import { act, locked } from "./act";
import { sessionLine } from "./look";
import { NextPicture, NowPicture } from "./Picture";

export function ScreenPanel() {
  const stage = key("now")?.stage;
  if (!stage) return null;
  return (
    <section class="screen-panel" aria-label={t("control.screen.title")}>
      <div class="screen-choice">
        <label class="inline-field">
          <span class="form-label">{t("control.screen.shows")}</span>
          <select
            class="field compact"
            value={JSON.stringify([stage.show, stage.activity, stage.table])}
            disabled={locked.value}
            onChange={(event) =>
              void act("set_stage", { stage: stageOf(event.currentTarget.value) })
            }
          >
            {choices().map((group) => (
              <ChoiceGroup key={group.label} {...group} />
            ))}
          </select>
        </label>
        {stage.show !== "auto" && (
          <button
            type="button"
            class="button small-button"
            disabled={locked.value}
            onClick={() => void act("set_stage", { stage: { show: "auto" } })}
          >
            {t("control.screen.back")}
          </button>
        )}
      </div>
      <div class="pictures">
        <NowPicture />
        <NextPicture />
      </div>
    </section>
  );
}

interface Group {
  label: string;
  options: { value: StageChoice; label: string }[];
}

function ChoiceGroup({ label, options }: Group) {
  const lines = options.map((option) => (
    <option key={option.label} value={encoded(option.value)}>
      {option.label}
    </option>
  ));
  if (!label) return lines;
  return <optgroup label={label}>{lines}</optgroup>;
}

function encoded(stage: StageChoice): string {
  return JSON.stringify([stage.show, stage.activity ?? null, stage.table ?? null]);
}

export function stageOf(value: string): StageChoice {
  const [show, activity, table] = JSON.parse(value) as [
    StageChoice["show"],
    string | null,
    string | null,
  ];
  return {
    ...(show ? { show } : {}),
    ...(activity ? { activity } : {}),
    ...(table ? { table } : {}),
  };
}

/** Always the three plain ones; outcomes that are revealed; notes that have been opened, latest first. */
function choices(): Group[] {
  const plain = (["auto", "join", "blank"] as const).map((show) => ({
    value: { show },
    label: t(`control.screen.${show}`),
  }));
  const activities = keys("activity/")
    .map((name) => key(name as `activity/${string}`))
    .filter((activity): activity is ActivityValue => activity !== undefined)
    .sort((one, other) => other.opened_at - one.opened_at);
  const outcomes = activities
    .filter((activity) => activity.phase === "revealed" && !activity.pads)
    .flatMap((activity) => {
      const { id, title } = activity;
      const outcome = { value: { show: "outcome" as const, activity: id }, label: pick(title) };
      const movement = {
        value: { show: "movement" as const, activity: id },
        label: t("control.screen.movement", { title: pick(title) }),
      };
      return key(`outcome/${id}`)?.movement ? [outcome, movement] : [outcome];
    });
  const notes = activities.filter((activity) => activity.pads).map(notesGroup);
  const cards = cardChoices();
  return [
    { label: "", options: plain },
    ...(outcomes.length ? [{ label: t("control.screen.outcomes"), options: outcomes }] : []),
    ...(cards.length ? [{ label: t("method.title"), options: cards }] : []),
    ...notes,
  ];
}

/** How what this session asks is counted, also before it is opened. */
function cardChoices(): Group["options"] {
  const session = key("now")?.session;
  const planned = (session && key(`plan/${session}`)?.activities) || [];
  return planned
    .filter((plan) => !plan.skipped)
    .map((plan) => ({
      value: { show: "method" as const, activity: plan.id },
      label: t("control.screen.method", { title: pick(plan.title) }),
    }));
}

function notesGroup(activity: ActivityValue): Group {
  const tables = sessionLine(activity.session)?.tables ?? [];
  const all = {
    value: { show: "notes" as const, activity: activity.id },
    label: t("control.screen.notes.all"),
  };
  const each = tables.map((table, index) => ({
    value: { show: "notes" as const, activity: activity.id, table },
    label: t("table.name", { number: index + 1 }),
  }));
  return {
    label: t("control.screen.notes", { title: pick(activity.title) }),
    options: tables.length > 1 ? [all, ...each] : [all],
  };
}
