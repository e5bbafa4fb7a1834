import "./screen.css";
import "./results.css";
import "./words";
import { useRef } from "preact/hooks";
import { second } from "../../clock";
import { status } from "../../connection";
import { otherLang, pick, t } from "../../i18n";
import { clockTime } from "../../parts/time";
import { key } from "../../state";
import type { ActivityValue, NowValue } from "../../wire";
import { useFit } from "./fit";
import { JoinCorner } from "./JoinCorner";
import { SceneView } from "./SceneView";
import { type Scene, sceneOf } from "./scene";

export interface StageProps {
  /** A small still picture for the desk instead of the wall. */
  preview?: boolean;
  /** Another moment than the present one: what the screen would show then. */
  now?: NowValue | undefined;
  /** An activity that has not been opened yet, for such a moment. */
  activity?: ActivityValue | undefined;
}

/** Scenes that leave the wall to something else than joining. */
const WITHOUT_CORNER = new Set<Scene["name"]>(["over", "blank", "join", "welcome"]);
const LARGE_CORNER = new Set<Scene["name"]>(["pause", "session"]);

/** The picture on the wall, 16 to 9 or whatever the window is. Everything in it is measured by its own box, so that it
 * is the same picture at any size. */
export function Stage({ preview = false, now: then, activity: draft }: StageProps) {
  const meeting = key("meeting");
  const now = then ?? key("now");
  const programme = key("programme");
  if (!meeting || !now || !programme)
    return <div class="stage-frame" data-page="screen" aria-busy="true" />;
  const find = (id: string) => (draft?.id === id ? draft : key(`activity/${id}`));
  const scene = sceneOf({
    meeting,
    now,
    sessions: programme.sessions,
    activity: find,
    revealed: (id) => key(`outcome/${id}`) !== undefined,
    card: key("card") !== undefined,
    reading: key("reading") !== undefined,
  });
  const trial = "activity" in scene && find(scene.activity)?.trial;
  const corner = WITHOUT_CORNER.has(scene.name)
    ? ""
    : LARGE_CORNER.has(scene.name)
      ? "large"
      : "small";
  return (
    <div class={preview ? "stage-frame preview" : "stage-frame"} data-page="screen" inert={preview}>
      <div class="stage">
        <Strip session={now.session} still={preview} trial={trial} />
        <Main scene={scene} find={find} now={now} />
        {corner && (
          <JoinCorner
            code={meeting.code}
            wifi={meeting.wifi}
            meeting={meeting.id}
            large={corner === "large"}
          />
        )}
        <Message />
      </div>
    </div>
  );
}

interface MainProps {
  scene: Scene;
  find: (id: string) => ActivityValue | undefined;
  now: NowValue;
}

function Main(props: MainProps) {
  const ref = useRef<HTMLDivElement>(null);
  useFit(ref);
  return (
    <div ref={ref} class="stage-main" data-scene={props.scene.name}>
      <SceneView {...props} />
    </div>
  );
}

interface StripProps {
  session: string | null;
  still: boolean;
  /** What is shown counts nowhere. */
  trial: boolean | undefined;
}

/** Meeting, session, clock: always there, always in the same place. */
function Strip({ session, still, trial }: StripProps) {
  const meeting = key("meeting");
  const line = key("programme")?.sessions.find(({ id }) => id === session);
  const lost = !still && status.value === "offline";
  return (
    <header class="stage-strip">
      <div class="stage-names">
        <p class="stage-session" lang={otherLang(line?.title)}>
          {pick(line?.title ?? meeting?.place)}
        </p>
        <p class="stage-meeting" lang={otherLang(meeting?.title)}>
          {pick(meeting?.title)}
        </p>
      </div>
      {trial && <p class="stage-mark">{t("trial.mark")}</p>}
      {meeting?.rehearsal && <p class="stage-mark">{t("screen.rehearsal")}</p>}
      <p class="stage-lost" role="status">
        {lost && t("screen.offline")}
      </p>
      <p class="stage-clock">{clockTime(second.value)}</p>
    </header>
  );
}

/** What the desk says to the room, over everything but the strip. */
function Message() {
  const message = key("meeting")?.message;
  if (!message) return null;
  const text = pick(message);
  return (
    <div class="stage-message" role="status">
      <p dir="auto" lang={otherLang(message)} class={text.length > 120 ? "long" : undefined}>
        {text}
      </p>
    </div>
  );
}
