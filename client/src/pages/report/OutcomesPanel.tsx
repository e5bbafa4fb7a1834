import { later } from "../../activities/later";
import { otherLang, pick, t } from "../../i18n";
import { takesPaper } from "../../paper/takes";
import { Counted } from "../../parts/Counted";
import { Method } from "../../parts/Method";
import { Movement } from "../../parts/movement";
import { Result } from "../../parts/Result";
import { turnoutWord } from "../../parts/Turnout";
import { TakeFindings } from "../../roadmap/Take";
import { key } from "../../state";
import type { ActivityValue, OutcomeValue, SessionLine, Table, Text } from "../../wire";
import { OutcomeTable } from "./OutcomeTable";
import { SessionFilter, SessionHead, sessionsShown } from "./SessionFilter";
import { when } from "./when";

const Paper = later(() => import("../../paper/Panel").then((module) => module.PaperPanel));

/** Who enters votes of people without a phone; the desk does on its own page. */
const ENTERS: ReadonlySet<string> = new Set(["facilitator"]);

function hasActivities(session: SessionLine): boolean {
  return session.activities.some(({ id }) => !isTrial(id));
}

/** What people practise with is no part of any report. */
function isTrial(activity: string): boolean {
  return key(`activity/${activity}`)?.trial ?? false;
}

/** What was asked, who answered, what came of it: each under its code. */
export function OutcomesPanel() {
  const sessions = sessionsShown(hasActivities);
  if (sessions.length === 0) return <p class="muted report-empty">{t("report.outcomes.none")}</p>;
  return (
    <>
      <SessionFilter has={hasActivities} />
      {sessions.map((session) => (
        <section key={session.id} class="report-session">
          <SessionHead session={session} />
          {session.activities.map(({ id }) => !isTrial(id) && <ActivityCard key={id} id={id} />)}
        </section>
      ))}
    </>
  );
}

function ActivityCard({ id }: { id: string }) {
  const activity = key(`activity/${id}`);
  if (!activity) return null;
  const question = activity.setup.question as Text | undefined;
  return (
    <article class="card" id={activity.code} aria-labelledby={`title-${activity.code}`}>
      <header class="card-head">
        <a
          class="object-code"
          href={`#${activity.code}`}
          onClick={(event) => scrollTo(event, activity.code)}
        >
          {activity.code}
        </a>
        <h3 id={`title-${activity.code}`} class="grow" tabIndex={-1}>
          {pick(activity.title)}
        </h3>
        <span class={`state ${activity.phase}`}>{stateOf(activity)}</span>
      </header>
      <p class="asked" dir="auto" lang={otherLang(question)}>
        {pick(question)}
      </p>
      <Facts activity={activity} />
      {ENTERS.has(document.body.dataset.role ?? "") && takesPaper(activity) && (
        <Paper activity={activity} />
      )}
      {activity.pads ? (
        <p class="small">{t("report.notes_elsewhere")}</p>
      ) : (
        <Outcome activity={activity} />
      )}
      <Method activity={activity} />
    </article>
  );
}

/** The address keeps the tab; the code only leads there. */
function scrollTo(event: Event, code: string): void {
  event.preventDefault();
  document.getElementById(code)?.scrollIntoView({ block: "start" });
}

function stateOf(activity: ActivityValue): string {
  const counted = activity.phase === "closed" && activity.sealed && !activity.pads;
  const state = counted ? "sealed" : activity.phase;
  const round = activity.round > 1 ? ` · ${t("report.round", { round: activity.round })}` : "";
  return t(`report.state.${state}`) + round;
}

/** Who could answer, how secretly, how many did, and when. */
function Facts({ activity }: { activity: ActivityValue }) {
  const turnout = key(`turnout/${activity.id}`);
  const times = [
    t("report.opened", { time: when(activity.opened_at) }),
    ...(activity.closed_at ? [t("report.closed", { time: when(activity.closed_at) })] : []),
  ].join(", ");
  const facts = activity.pads
    ? [times]
    : [
        t(`report.voters.${activity.voters}`),
        t(`report.${activity.boards ? "author" : "secrecy"}.${activity.secrecy}`),
        ...(turnout
          ? [t(turnoutWord(activity.id), { n: turnout.delegations_voted, of: turnout.delegations })]
          : []),
        ...(turnout && turnout.voted !== null
          ? [
              t("turnout.people", {
                n: turnout.voted,
                of: Math.max(turnout.present, turnout.voted),
              }),
            ]
          : []),
        times,
      ];
  return <p class="small muted">{facts.join(" · ")}</p>;
}

function Outcome({ activity }: { activity: ActivityValue }) {
  const told = key(`outcome/${activity.id}`);
  const earlier = key(`rounds/${activity.id}`)?.rounds ?? [];
  return (
    <>
      {told && <Settled told={told} activity={activity} />}
      {told && <TakeFindings activity={activity.id} told={told} />}
      {!told && activity.phase !== "open" && <p class="muted">{t("report.hidden")}</p>}
      {[...earlier].reverse().map((past) => (
        <details key={past.round} class="earlier-round" open={!told}>
          <summary>{t("rounds.one", { round: past.round })}</summary>
          <Settled told={past} activity={activity} />
        </details>
      ))}
    </>
  );
}

function Settled({ told, activity }: { told: OutcomeValue; activity: ActivityValue }) {
  const tables = (told.outcome.tables as Table[] | undefined) ?? [];
  const how = told.outcome.how as Text;
  return (
    <>
      <div class="report-result">
        <Result told={told} activity={activity} size="phone" />
      </div>
      <Counted outcome={told.outcome} activity={activity} />
      <p class="small">
        <strong>{t("result.how")}.</strong> {pick(how)}
      </p>
      {tables.map((table) => (
        <OutcomeTable key={pick(table.title)} table={table} />
      ))}
      {told.movement && <Movement movement={told.movement} />}
      <p class="small muted" title={t("report.digest.means")}>
        {t("report.digest")}: <code class="digest">{told.digest}</code>
      </p>
    </>
  );
}
