import { kindOf } from "../../activities";
import { otherLang, pick, t } from "../../i18n";
import { Countdown } from "../../parts/Countdown";
import { Counted } from "../../parts/Counted";
import { Turnout } from "../../parts/Turnout";
import { key } from "../../state";
import type { ActivityValue, Heading, Text } from "../../wire";
import { firstLines, questionScale } from "./fit";

function Question({ activity, small = false }: { activity: ActivityValue; small?: boolean }) {
  const question = activity.setup.question as Text;
  const text = pick(question);
  const scale = small ? Math.min(0.6, questionScale(text)) : questionScale(text);
  return (
    <h1
      class={small ? "stage-question brief" : "stage-question"}
      style={{ "--scale": scale }}
      dir="auto"
      lang={otherLang(question)}
    >
      {text}
    </h1>
  );
}

function Note({ activity }: { activity: ActivityValue }) {
  const note = activity.setup.note as Text | undefined;
  if (!note) return null;
  return (
    <p class="stage-note" dir="auto" lang={otherLang(note)}>
      {pick(note)}
    </p>
  );
}

/** While it is open: the question, the time, who has answered. Never what. */
export function QuestionScene({ activity }: { activity: ActivityValue }) {
  return (
    <>
      <p class="stage-kicker">{pick(activity.title)}</p>
      <div class="stage-ask">
        <Question activity={activity} />
        <Note activity={activity} />
      </div>
      <div class="stage-foot">
        {activity.ends_at !== null && (
          <p class="stage-time">
            <Countdown endsAt={activity.ends_at} bare />
          </p>
        )}
        <Turnout activity={activity.id} />
      </div>
    </>
  );
}

/** Tables write: what they write about, and the time. */
export function WritingScene({ activity }: { activity: ActivityValue }) {
  const { shown } = firstLines((activity.setup.headings as Heading[] | undefined) ?? []);
  return (
    <>
      <p class="stage-kicker">{t("screen.write")}</p>
      <Question activity={activity} small />
      <ul class="stage-headings">
        {shown.map((heading) => (
          <li key={heading.id} lang={otherLang(heading.title)}>
            {pick(heading.title)}
          </li>
        ))}
      </ul>
      <Note activity={activity} />
      {activity.ends_at !== null && (
        <div class="stage-foot">
          <p class="stage-time">
            <Countdown endsAt={activity.ends_at} bare />
          </p>
        </div>
      )}
    </>
  );
}

/** Closed and not yet revealed: why nothing is to be seen. */
export function Closed({ activity }: { activity: ActivityValue }) {
  return (
    <>
      <p class="stage-kicker">{pick(activity.title)}</p>
      <div class="stage-ask">
        <Question activity={activity} small />
        <p class="stage-waiting">{t(activity.pads ? "screen.closed.notes" : "screen.closed")}</p>
      </div>
      <div class="stage-foot">
        <Turnout activity={activity.id} />
      </div>
    </>
  );
}

export function OutcomeScene({ activity }: { activity: ActivityValue }) {
  const told = key(`outcome/${activity.id}`);
  const kind = kindOf(activity.kind);
  if (!told || !kind) return null;
  const how = told.outcome.how as Text;
  return (
    <>
      <Question activity={activity} small />
      {/* A new round grows its bars anew; another language does not. */}
      <div class="stage-result" key={`${activity.id}.${told.round}`}>
        <kind.Result outcome={told.outcome} activity={activity} size="screen" />
      </div>
      <footer class="stage-counted">
        <Counted outcome={told.outcome} />
        <p class="stage-how" lang={otherLang(how)}>
          <strong>{t("result.how")}.</strong> {pick(how)}
        </p>
      </footer>
    </>
  );
}
