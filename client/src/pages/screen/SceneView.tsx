import { otherLang, pick, t } from "../../i18n";
import { clockTime } from "../../parts/time";
import { ReadingScene } from "../../roadmap/ReadingScene";
import { key } from "../../state";
import type { ActivityValue, NowValue, SessionLine } from "../../wire";
import { Closed, MovementScene, OutcomeScene, QuestionScene, WritingScene } from "./ActivityScenes";
import { firstLines } from "./fit";
import { JoinQr, spelled, WifiQr } from "./JoinCorner";
import { MethodScene } from "./MethodScene";
import { NotesScene } from "./NotesScene";
import type { Scene } from "./scene";

interface Props {
  scene: Scene;
  find: (id: string) => ActivityValue | undefined;
  now: NowValue;
}

export function SceneView({ scene, find, now }: Props) {
  const sessions = key("programme")?.sessions ?? [];
  const next = sessions.find(({ id }) => id === now.next);
  switch (scene.name) {
    case "blank":
      return null;
    case "over":
      return <h1 class="stage-last">{t("screen.over")}</h1>;
    case "join":
    case "welcome":
      return <Join next={scene.name === "welcome" ? next : undefined} />;
    case "pause":
      return <Pause until={scene.until} next={next} />;
    case "session":
      return <Session line={sessions.find(({ id }) => id === scene.session)} next={next} />;
    case "reading":
      return <ReadingScene />;
    case "method":
      return <MethodScene />;
    case "notes": {
      const activity = find(scene.activity);
      return activity ? <NotesScene activity={activity} table={scene.table} /> : null;
    }
    default: {
      const activity = find(scene.activity);
      if (!activity) return null;
      if (scene.name === "question") return <QuestionScene activity={activity} />;
      if (scene.name === "writing") return <WritingScene activity={activity} />;
      if (scene.name === "closed") return <Closed activity={activity} />;
      if (scene.name === "movement") return <MovementScene activity={activity} />;
      return <OutcomeScene activity={activity} />;
    }
  }
}

/** How to come in, as large as it can be read. */
function Join({ next }: { next: SessionLine | undefined }) {
  const meeting = key("meeting");
  if (!meeting) return null;
  const steps = [
    ...(meeting.wifi ? ["screen.join.wifi"] : []),
    "screen.join.scan",
    meeting.entry === "cards" ? "screen.join.card" : "screen.join.choose",
  ];
  return (
    <div class="way-in">
      <div class="way-in-words">
        <h1>{t("screen.join")}</h1>
        <ol class="way-in-steps">
          {steps.map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
        {address() && <p class="muted">{t("screen.join.type", { address: address() })}</p>}
        {next && (
          <p class="way-in-next" lang={otherLang(next.title)}>
            {t("screen.begins", { title: pick(next.title), time: clockTime(next.starts_at) })}
          </p>
        )}
      </div>
      <div class="way-in-codes">
        <figure>
          <JoinQr code={meeting.code} />
          <figcaption class="join-code">{spelled(meeting.code)}</figcaption>
        </figure>
        {meeting.wifi && (
          <figure class="way-in-wifi">
            <WifiQr meeting={meeting.id} />
            <figcaption>
              {t("screen.wifi", { name: meeting.wifi.name })}
              <br />
              {t("screen.wifi.password", { password: meeting.wifi.password })}
            </figcaption>
          </figure>
        )}
      </div>
    </div>
  );
}

/** Where phones can reach this page; nothing on the machine that serves it, whose own name helps nobody. */
function address(): string {
  const local = /^(localhost|127\.|\[::1\])/.test(location.hostname);
  return local ? "" : `${location.host}/j`;
}

function Pause({ until, next }: { until: number; next: SessionLine | undefined }) {
  return (
    <>
      <p class="stage-back">{t("screen.back")}</p>
      <p class="stage-return">{clockTime(until)}</p>
      {next && (
        <p class="stage-next" lang={otherLang(next.title)}>
          {t("screen.then", { title: pick(next.title) })}
        </p>
      )}
    </>
  );
}

/** Between activities: what this session is about, and what it asks. */
function Session({ line, next }: { line: SessionLine | undefined; next: SessionLine | undefined }) {
  if (!line) return null;
  const { shown } = firstLines(line.questions);
  return (
    <>
      <h1 class="stage-title" lang={otherLang(line.title)}>
        {pick(line.title)}
      </h1>
      {shown.length > 0 ? (
        <ol class="stage-guiding">
          {shown.map((question) => (
            <li key={pick(question)} lang={otherLang(question)}>
              {pick(question)}
            </li>
          ))}
        </ol>
      ) : (
        line.about && (
          <p class="stage-about" lang={otherLang(line.about)}>
            {pick(line.about)}
          </p>
        )
      )}
      <div class="stage-after">
        <p class="stage-regime">{t(`regime.${line.regime}`)}</p>
        {next && (
          <p class="muted" lang={otherLang(next.title)}>
            {t("session.next", { title: pick(next.title), time: clockTime(next.starts_at) })}
          </p>
        )}
      </div>
    </>
  );
}
