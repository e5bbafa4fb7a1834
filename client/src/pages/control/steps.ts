/* The next step in words: what the big button does, and what it must ask first. */
import { has, pick, t } from "../../i18n";
import { turnoutWord } from "../../parts/Turnout";
import { clockTime } from "../../parts/time";
import { key } from "../../state";
import type { StepValue, Text } from "../../wire";
import { planActivity, sessionLine } from "./look";

export interface StepWords {
  label: string;
  detail: string;
}

/** "seal": closing cannot be undone, for secret ballots are shuffled and cut from their voters. "paper": what was not
 * entered of people without a phone is not counted. */
export type Caution = "seal" | "paper" | "end" | null;

export function stepWords(step: StepValue): StepWords {
  const title = pick(step.title);
  if (step.pending)
    return {
      label: t("control.step.counting"),
      detail: t("control.step.counting.detail", { title }),
    };
  const name = `control.step.${step.command}${sortOf(step)}`;
  if (!has(name)) return { label: title, detail: "" };
  return { label: t(name, { title }), detail: detailOf(step) };
}

export function cautionOf(step: StepValue): Caution {
  if (step.command === "close_meeting") return "end";
  if (step.command !== "close_activity") return null;
  const activity = key(`activity/${String(step.args.activity)}`);
  if (lacksPaper(String(step.args.activity))) return "paper";
  return activity &&
    !activity.trial &&
    activity.secrecy === "secret" &&
    !activity.pads &&
    !activity.boards
    ? "seal"
    : null;
}

/** Whether somebody votes on paper or by hand under their name, and it has not been entered. */
export function lacksPaper(activity: string): boolean {
  const paper = key(`paper/${activity}`);
  if (!paper || key(`activity/${activity}`)?.secrecy === "secret") return false;
  const seats = Object.entries(paper.seats);
  const uncounted = Object.values(paper.hands).every((n) => n === 0);
  return seats.some(([seat, source]) =>
    source === "paper" ? !paper.entered.includes(seat) : uncounted,
  );
}

function sortOf(step: StepValue): string {
  const kind = `.${key(`activity/${String(step.args.activity)}`)?.kind}`;
  if (has(`control.step.${step.command}${kind}`)) return kind;
  if (step.command !== "close_activity") return "";
  const envelopes = Object.keys(key(`paper/${String(step.args.activity)}`)?.seats ?? {}).length > 0;
  if (cautionOf(step) === "seal") return envelopes ? ".envelopes" : ".secret";
  const activity = key(`activity/${String(step.args.activity)}`);
  if (activity?.boards) return ".board";
  return activity?.pads ? ".notes" : "";
}

function detailOf(step: StepValue): string {
  switch (step.command) {
    case "start_session":
      return startDetail(String(step.args.session));
    case "end_session":
      return endDetail();
    case "open_activity":
      return openDetail(String(step.args.activity));
    case "close_activity":
      return closeDetail(String(step.args.activity));
    case "finish_paper":
      return paperDetail(String(step.args.activity));
    default:
      return t(`control.step.${step.command}${sortOf(step)}.detail`);
  }
}

function startDetail(id: string): string {
  const line = sessionLine(id);
  if (!line) return "";
  const time = clockTime(line.starts_at);
  const running = key("now")?.session;
  const ends = running ? sessionLine(running) : undefined;
  return ends
    ? t("control.step.start_session.ends", { title: pick(ends.title) })
    : t("control.step.start_session.detail", { time });
}

function endDetail(): string {
  const next = sessionLine(key("now")?.next ?? "");
  if (!next) return t("control.step.end_session.last");
  return t("control.step.end_session.detail", {
    title: pick(next.title),
    time: clockTime(next.starts_at),
  });
}

function openDetail(id: string): string {
  const plan = planActivity(id);
  if (!plan) return "";
  const minutes = plan.minutes;
  return minutes === null
    ? t("control.step.open_activity.free")
    : t("control.step.open_activity.detail", { n: minutes });
}

function closeDetail(id: string): string {
  const turnout = key(`turnout/${id}`);
  if (!turnout) return t("control.step.close_activity.notes.detail");
  return t(turnoutWord(id), { n: turnout.delegations_voted, of: turnout.delegations });
}

function paperDetail(id: string): string {
  const paper = key(`paper/${id}`);
  const of = Object.keys(paper?.seats ?? {}).length;
  return t("control.step.finish_paper.detail", { entered: paper?.envelopes.length ?? 0, of });
}

/** How a thing stands now, after a command about it was refused. */
export function standing(args: object): string {
  const { activity, session, rotation } = args as {
    activity?: string;
    session?: string;
    rotation?: number;
  };
  if (activity) {
    const plan = planActivity(activity);
    if (!plan) return t("control.stands.gone");
    const title = quoted(plan.title);
    return plan.round > 1
      ? t("control.stands.round", {
          title,
          phase: t(`control.phase.${phaseOf(plan)}`),
          round: plan.round,
        })
      : t("control.stands", { title, phase: t(`control.phase.${phaseOf(plan)}`) });
  }
  const line = session ? sessionLine(session) : undefined;
  if (!line) return "";
  if (rotation !== undefined)
    return t("control.stands.rotation", { count: line.rotation, title: quoted(line.title) });
  return t("control.stands", {
    title: quoted(line.title),
    phase: t(`control.session.phase.${line.phase}`),
  });
}

export function phaseOf(plan: { phase: string; skipped: boolean }): string {
  return plan.skipped ? "skipped" : plan.phase;
}

function quoted(text: Text): string {
  return `«${pick(text)}»`;
}
