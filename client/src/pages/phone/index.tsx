import "./phone.css";
import "./words";
import { useEffect } from "preact/hooks";
import { anyWaiting, resume } from "../../ballots";
import { status } from "../../connection";
import { pick, t } from "../../i18n";
import { Ended } from "../../parts/Ended";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { key } from "../../state";
import { Activity } from "./Activity";
import { Between } from "./Between";
import { useFollowed } from "./follow";
import { Switch } from "./Switch";

/** One thing at a time: what the moderator has opened, or what comes next. */
export default function Phone() {
  const meeting = key("meeting");
  const seat = key("seat");
  useEffect(() => {
    if (meeting && seat) resume(meeting.id, seat.id);
  }, [meeting?.id, seat?.id]);
  if (status.value === "ended") return <Ended />;
  if (!meeting || !seat) return <Loading />;
  return (
    <div class="phone">
      <Head />
      <Message />
      <Stage />
    </div>
  );
}

function Stage() {
  const { shown, waiting, go } = useFollowed();
  const meeting = key("meeting");
  if (meeting?.closed_at) return <p class="calm-end">{t("meeting.closed")}</p>;
  return (
    <>
      {waiting && (
        <div class="banner calm" role="status">
          {t("phone.moved_on", { title: pick(key(`activity/${waiting}`)?.title) })}{" "}
          <button type="button" class="button quiet" onClick={go}>
            {t("phone.go")}
          </button>
        </div>
      )}
      <Switch shown={shown} />
      {shown ? <Activity key={`${shown}`} id={shown} /> : <Between />}
    </>
  );
}

function Head() {
  const session = key("programme")?.sessions.find((line) => line.id === key("now")?.session);
  const seat = key("seat");
  return (
    <header class="head">
      <div class="head-line">
        <span class="small muted">{pick(seat?.name)}</span>
        <LanguageMenu />
      </div>
      <h1>{pick(session?.title ?? key("meeting")?.title)}</h1>
      {key("meeting")?.rehearsal && <p class="banner small">{t("test.rehearsal")}</p>}
      <p class="status" role="status" aria-live="polite">
        {status.value === "offline" && (
          <span class="banner">{t(anyWaiting() ? "state.offline.ballot" : "state.offline")}</span>
        )}
      </p>
    </header>
  );
}

/** What the desk says to everyone, until it takes it back. */
function Message() {
  const message = key("meeting")?.message;
  if (!message) return null;
  return (
    <p class="banner calm" role="status" dir="auto">
      {pick(message)}
    </p>
  );
}

function Loading() {
  return (
    <div class="phone" aria-busy="true">
      <p class="hidden-text">{t("state.loading")}</p>
      <div class="skeleton" style={{ height: "3em" }} />
      <div class="skeleton" style={{ height: "9em" }} />
      {status.value === "offline" && <p class="banner">{t("state.offline")}</p>}
    </div>
  );
}
