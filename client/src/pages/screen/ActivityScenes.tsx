import "./wall.css";
import { has, otherLang, pick, t } from "../../i18n";
import { Breakdown, hasGroups } from "../../parts/Breakdown";
import { Countdown } from "../../parts/Countdown";
import { Counted } from "../../parts/Counted";
import { Movement } from "../../parts/movement";
import { usePage } from "../../parts/pages";
import { Result } from "../../parts/Result";
import { RotationTime } from "../../parts/RotationTime";
import { Turnout } from "../../parts/Turnout";
import { key } from "../../state";
import type { ActivityValue, Heading, Text, WallValue } from "../../wire";
import { firstLines, questionScale } from "./fit";
import { BriefMethod } from "./MethodScene";

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
  const wall = key(`wall/${activity.id}`);
  return (
    <>
      <p class="stage-kicker">{pick(activity.title)}</p>
      <div class="stage-ask">
        <Question activity={activity} small={!!wall?.items.length} />
        <Note activity={activity} />
        {wall && <Wall wall={wall} kind={activity.kind} />}
      </div>
      <div class="stage-foot">
        {activity.ends_at !== null && (
          <p class="stage-time">
            <Countdown endsAt={activity.ends_at} bare />
          </p>
        )}
        <Turnout activity={activity.id} />
      </div>
      <BriefMethod activity={activity} />
    </>
  );
}

const WALL_LINES = 7;

/** What has been written: how much, and the latest where the wall is live. */
function Wall({ wall, kind }: { wall: WallValue; kind: string }) {
  const own = `screen.written.${kind}`;
  return (
    <>
      {wall.items.length > 0 && (
        <ul class="stage-wall">
          {wall.items.slice(0, WALL_LINES).map((item) => (
            <li key={item.id} dir="auto">
              {String(item.fields.text)}
            </li>
          ))}
        </ul>
      )}
      <p class="stage-written">
        {t(has(`${own}.other`) ? own : "screen.written", { n: wall.count })}
      </p>
    </>
  );
}

/** Tables write: what they write about, and the time. */
export function WritingScene({ activity }: { activity: ActivityValue }) {
  const headings = (activity.setup.headings as Heading[] | undefined) ?? [];
  const { shown, following } = firstLines(headings);
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
        {following > 0 && <li>{t("screen.headings.following", { n: following })}</li>}
      </ul>
      <Note activity={activity} />
      <div class="stage-foot">
        {activity.ends_at !== null && (
          <p class="stage-time">
            <Countdown endsAt={activity.ends_at} bare />
          </p>
        )}
        <p class="stage-rotation">
          <RotationTime session={activity.session} />
        </p>
      </div>
    </>
  );
}

/** Closed and not yet revealed: why nothing is to be seen. */
export function Closed({ activity }: { activity: ActivityValue }) {
  const wall = key(`wall/${activity.id}`);
  return (
    <>
      <p class="stage-kicker">{pick(activity.title)}</p>
      <div class="stage-ask">
        <Question activity={activity} small />
        <p class="stage-waiting">{t(closedWord(activity))}</p>
        {wall && <Wall wall={wall} kind={activity.kind} />}
      </div>
      <div class="stage-foot">
        <Turnout activity={activity.id} />
      </div>
    </>
  );
}

function closedWord(activity: ActivityValue): string {
  const own = `screen.closed.${activity.kind}`;
  if (has(own)) return own;
  if (activity.boards) return "screen.closed.board";
  const envelopes = activity.secrecy === "secret" && key(`turnout/${activity.id}`)?.apart;
  if (envelopes && !activity.sealed) return "screen.closed.paper";
  return activity.pads ? "screen.closed.notes" : "screen.closed";
}

/** Who rose and who fell since the round before. */
export function MovementScene({ activity }: { activity: ActivityValue }) {
  const movement = key(`outcome/${activity.id}`)?.movement;
  if (!movement) return null;
  return (
    <>
      <p class="stage-kicker">{t("movement.title")}</p>
      <Question activity={activity} small />
      <div class="stage-result">
        <Movement movement={movement} head={false} />
      </div>
    </>
  );
}

const GROUP_ROWS = 10;

export function OutcomeScene({ activity }: { activity: ActivityValue }) {
  const told = key(`outcome/${activity.id}`);
  // What groups answered has a page of its own: beside the outcome neither could be read.
  const pages = told && hasGroups(told.outcome) ? 2 : 1;
  const page = usePage(pages);
  if (!told) return null;
  const how = told.outcome.how as Text;
  return (
    <>
      <Question activity={activity} small />
      {/* A new round grows its bars anew; another language does not. */}
      <div class="stage-result" key={`${activity.id}.${told.round}`}>
        {page === 0 && <Result told={told} activity={activity} size="screen" />}
        {(pages === 1 || page === 1) && <Breakdown outcome={told.outcome} most={GROUP_ROWS} />}
        {pages > 1 && <p class="muted">{t("breakdown.page", { n: page + 1, of: pages })}</p>}
      </div>
      <footer class="stage-counted">
        <Counted outcome={told.outcome} activity={activity} />
        <p class="stage-how" lang={otherLang(how)}>
          <strong>{t(activity.boards ? "result.made" : "result.how")}.</strong> {pick(how)}
        </p>
      </footer>
    </>
  );
}
