import "./phone.css";
import "./words";
import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { later } from "../../activities/later";
import { anyWaiting, offerAgain, resume, tidy } from "../../ballots";
import { answerer, status } from "../../connection";
import { otherLang, pick, t } from "../../i18n";
import { Ended } from "../../parts/Ended";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { Live, useAnnounced } from "../../parts/Live";
import { cursor, key, keys } from "../../state";
import { keptNames } from "../../storage";
import type { ActivityValue, MeetingValue, SeatValue } from "../../wire";
import { OwnTable } from "./OwnTable";
import { Stage } from "./Stage";

const ReadingAnswer = later(
  async () => (await import("../../roadmap/ReadingAnswer")).ReadingAnswer,
);
const Consents = later(async () => (await import("../../regimes/Consents")).Consents);

export default function Phone() {
  if (status.value === "ended") return <Ended />;
  const meeting = key("meeting");
  const seat = key("seat");
  return (
    <div class="phone" aria-busy={!meeting || !seat}>
      <Live />
      {meeting && seat ? <Room meeting={meeting} seat={seat} /> : <Loading />}
    </div>
  );
}

function Room({ meeting, seat }: { meeting: MeetingValue; seat: SeatValue }) {
  resume(meeting.id, seat.id);
  useEffect(() => void resumeEntries(meeting.id, seat.id), [meeting.id, seat.id]);
  useSignalEffect(() => tidy(rounds()));
  const epoch = useRef(cursor.peek()?.[0]);
  useSignalEffect(() => {
    const now = cursor.value?.[0];
    if (now === epoch.current) return;
    epoch.current = now;
    offerAgain(rounds());
  });
  return (
    <>
      <Head meeting={meeting} seat={seat} />
      <Message meeting={meeting} />
      {meeting.closed_at === null ? (
        <>
          <OwnTable />
          {key("own/consents")?.notes.length ? <Consents /> : null}
          {key("reading") ? <ReadingAnswer /> : <Stage />}
        </>
      ) : (
        <main class="ended">
          <p>{t("meeting.closed")}</p>
        </main>
      )}
    </>
  );
}

/** What was written and not sent before this page was loaded. */
async function resumeEntries(meeting: string, seat: string): Promise<void> {
  if (keptNames(`entry.${meeting}.${seat}.`).length)
    (await import("../../entries/queue")).resume(meeting, seat);
}

function rounds(): ActivityValue[] {
  const activities = keys("activity/").map((name) => key(name as `activity/${string}`));
  return activities.filter((one) => one !== undefined);
}

function Head({ meeting, seat }: { meeting: MeetingValue; seat: SeatValue }) {
  const session = key("programme")?.sessions.find((line) => line.id === key("now")?.session);
  const title = session?.title ?? meeting.title;
  return (
    <header class="head">
      <div class="head-line">
        <span class="small muted">{pick(seat.name)}</span>
        <LanguageMenu />
      </div>
      <h1 lang={otherLang(title)} dir="auto">
        {pick(title)}
      </h1>
      {meeting.rehearsal && <p class="banner small">{t("test.rehearsal")}</p>}
      <Trouble />
    </header>
  );
}

/** One line, only when something is wrong. */
function Trouble() {
  const offline = status.value === "offline";
  const word = !offline
    ? undefined
    : anyWaiting()
      ? "state.offline.ballot"
      : answerer.value === "other"
        ? "state.portal"
        : "state.offline";
  const text = word && t(word);
  const wasGone = useRef(false);
  useEffect(() => {
    wasGone.current ||= offline;
  }, [offline]);
  useAnnounced(text ?? (wasGone.current ? t("state.online") : undefined));
  return text ? <p class="banner">{text}</p> : null;
}

/** What the desk says to everyone, until it takes it back. */
function Message({ meeting }: { meeting: MeetingValue }) {
  const text = meeting.message ? pick(meeting.message) : undefined;
  useAnnounced(text);
  if (!text) return null;
  return (
    <p class="banner calm message" lang={otherLang(meeting.message)} dir="auto">
      {text}
    </p>
  );
}

function Loading() {
  return (
    <>
      <p class="hidden-text">{t("state.loading")}</p>
      <div class="skeleton" />
      <div class="skeleton tall" />
      <Trouble />
    </>
  );
}
