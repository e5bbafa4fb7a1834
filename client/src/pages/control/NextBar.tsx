/* The one big button: always the next legal step, in words; the space bar presses it. */
import { useEffect, useState } from "preact/hooks";
import { status } from "../../connection";
import { pick, t } from "../../i18n";
import { key } from "../../state";
import type { StepValue } from "../../wire";
import { asked } from "./Ask";
import { act, waiting } from "./act";
import { chosen, editing } from "./look";
import { readyWords } from "./readiness";
import { cautionOf, stepWords } from "./steps";
import { ShortTime } from "./TimeBox";

/** After the step has changed, the button rests this long: whoever pressed twice, or pressed while a colleague did,
 * meant the step before. */
export const REST_MS = 900;

/** Of so few ballots each who voted knows those of the others, or everybody knows the only one. */
const FEW = 2;

export function NextBar() {
  const step = key("next");
  const rested = useRested(step ? signature(step) : "");
  const ready =
    rested &&
    step &&
    !step.pending &&
    status.value === "online" &&
    !waiting.value.has(step.command);
  const press = () => {
    if (ready) take(step);
  };
  useSpaceBar(press);
  if (step === undefined) return <div class="next-bar skeleton" />;
  const words = step
    ? stepWords(step)
    : { label: t("control.step.none"), detail: t("control.step.none.detail") };
  const offline = status.value !== "online";
  const phones = readyWords(step);
  return (
    <section class="next-bar" aria-label={t("control.next")}>
      <ShortTime />
      <p class="next-detail" aria-live="polite">
        {offline ? t("control.step.offline") : words.detail}
        <HeldScreen />
      </p>
      <button type="button" class="button step-button" aria-disabled={!ready} onClick={press}>
        <span class="clamped">{words.label}</span>
        {phones && <span class="step-phones">{phones}</span>}
      </button>
    </section>
  );
}

/** A screen that somebody chose does not follow the next step. */
function HeldScreen() {
  const show = key("now")?.stage.show ?? "auto";
  return show === "auto" ? null : <span class="warn held">{t(`control.screen.held.${show}`)}</span>;
}

export function signature(step: StepValue): string {
  return JSON.stringify([step.command, step.args, step.pending]);
}

function take(step: StepValue): void {
  const run = () => {
    chosen.value = null;
    void act(step.command, step.args);
  };
  const caution = cautionOf(step);
  if (caution === null) {
    run();
    return;
  }
  const stands = () => {
    const now = key("next");
    return now != null && signature(now) === signature(step);
  };
  if (caution === "paper") asked.value = paperQuestion(stands, run);
  else
    asked.value = caution === "seal" ? sealQuestion(step, stands, run) : endQuestion(stands, run);
}

export function sealQuestion(step: StepValue, stands: () => boolean, run: () => void) {
  const turnout = key(`turnout/${String(step.args.activity)}`);
  const counted = turnout
    ? t("turnout.delegations", { n: turnout.delegations_voted, of: turnout.delegations })
    : "";
  const envelopes = Object.keys(key(`paper/${String(step.args.activity)}`)?.seats ?? {}).length;
  const after = envelopes ? ` ${t("control.ask.seal.envelopes", { n: envelopes })}` : "";
  const few = (turnout?.delegations_voted ?? 0) + envelopes;
  const telling = turnout && few > 0 && few <= FEW ? ` ${t("control.ask.seal.few")}` : "";
  return {
    title: t("control.ask.seal", { title: pick(step.title) }),
    text: `${counted ? `${counted}. ` : ""}${t("control.ask.seal.text")}${after}${telling}`,
    confirm: t("control.ask.seal.confirm"),
    cancel: t("control.ask.seal.cancel"),
    stands,
    run,
  };
}

export function paperQuestion(stands: () => boolean, run: () => void) {
  return {
    title: t("control.ask.paper"),
    text: t("control.ask.paper.text"),
    confirm: t("control.ask.paper.confirm"),
    cancel: t("control.ask.paper.cancel"),
    stands,
    run,
  };
}

export function endQuestion(stands: () => boolean, run: () => void) {
  return {
    title: t("control.ask.end"),
    text: t("control.ask.end.text"),
    confirm: t("control.ask.end.confirm"),
    cancel: t("control.cancel"),
    danger: true,
    word: t("control.ask.end.word"),
    stands,
    run,
  };
}

/** False for a moment after `value` has changed; what is there at first is rested. */
function useRested(value: string): boolean {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (rested === value) return undefined;
    // The first step to arrive did not replace another.
    const timer = setTimeout(() => setRested(value), rested === "" ? 0 : REST_MS);
    return () => clearTimeout(timer);
  }, [value, rested]);
  return rested === value;
}

const BUSY = "a, button, input, textarea, select, summary, dialog, [contenteditable]";

function useSpaceBar(press: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== " " || event.repeat || event.ctrlKey || event.metaKey || event.altKey)
        return;
      const at = event.target instanceof Element ? event.target : null;
      if (asked.value || editing.value || at?.closest(BUSY)) return;
      event.preventDefault();
      press();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}
