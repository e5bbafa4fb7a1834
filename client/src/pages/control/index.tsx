/* The control page: an instrument for whoever runs the meeting. */
import "./words";
import "./control.css";
import "./panels.css";
import "./room.css";
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { status } from "../../connection";
import { t } from "../../i18n";
import { Ended } from "../../parts/Ended";
import { ReadingControls } from "../../roadmap/ReadingControls";
import { key } from "../../state";
import { EditActivity, NewActivity } from "./ActivityForm";
import { ActivityPanel } from "./ActivityPanel";
import { Ask } from "./Ask";
import { Header } from "./Header";
import { chosen, current, editing, focus, following } from "./look";
import { Messages } from "./Messages";
import { NextBar } from "./NextBar";
import { Notice } from "./Notice";
import { Room } from "./Room";
import { RunSheet } from "./RunSheet";
import { ScreenPanel } from "./ScreenPanel";
import { EditSession, NewSession } from "./SessionForm";
import { SessionPanel } from "./SessionPanel";
import { Tables } from "./Tables";

/** On a narrow screen one pane is shown at a time; on a phone that makes it a remote. */
const PANES = ["now", "sheet", "room"] as const;
const pane = signal<(typeof PANES)[number]>("now");

const TABS = ["people", "tables", "messages"] as const;
const tab = signal<(typeof TABS)[number]>("people");

export default function Control() {
  const middle = useTop();
  if (status.value === "ended") return <Ended />;
  return (
    <div class="control" data-pane={pane.value}>
      <Header />
      <nav class="panes" aria-label={t("control.panes")}>
        {PANES.map((name) => (
          <button
            key={name}
            type="button"
            aria-current={pane.value === name ? "true" : undefined}
            onClick={() => {
              pane.value = name;
            }}
          >
            {t(`control.pane.${name}`)}
          </button>
        ))}
      </nav>
      <aside class="pane sheet" aria-label={t("control.pane.sheet")}>
        <RunSheet />
      </aside>
      <main ref={middle} class="pane now">
        <Notice />
        <Middle />
      </main>
      <aside class="pane room" aria-label={t("control.pane.room")}>
        <Tabs />
      </aside>
      <NextBar />
      <Ask />
    </div>
  );
}

/** Whatever comes into the middle begins at its beginning. */
function useTop() {
  const middle = useRef<HTMLElement>(null);
  const shown = JSON.stringify([focus.value, editing.value]);
  useEffect(() => {
    if (middle.current) middle.current.scrollTop = 0;
  }, [shown]);
  return middle;
}

function Middle() {
  if (!key("programme")) return <MiddleSkeleton />;
  const form = editing.value;
  if (form) return <Form />;
  const at = focus.value;
  return (
    <>
      {key("meeting")?.closed_at != null && <p class="banner calm">{t("control.closed")}</p>}
      {!following.value && current.value && (
        <p class="elsewhere">
          <span>{t("control.elsewhere")}</span>
          <button
            type="button"
            class="button small-button"
            onClick={() => {
              chosen.value = null;
            }}
          >
            {t("control.follow")}
          </button>
        </p>
      )}
      {at && "activity" in at && <ActivityPanel key={at.activity} activity={at.activity} />}
      {at && "session" in at && <SessionPanel key={at.session} session={at.session} />}
      <ReadingControls />
      <ScreenPanel />
    </>
  );
}

function Form() {
  const form = editing.value;
  switch (form?.form) {
    case "new-activity":
      return (
        <NewActivity
          key={`${form.session}/${form.follows}`}
          session={form.session}
          follows={form.follows}
        />
      );
    case "activity":
      return <EditActivity key={form.activity} activity={form.activity} />;
    case "new-session":
      return <NewSession key={form.after} after={form.after} />;
    case "session":
      return <EditSession key={form.session} session={form.session} />;
    default:
      return null;
  }
}

function Tabs() {
  return (
    <>
      <div class="tabs" role="tablist" aria-label={t("control.pane.room")}>
        {TABS.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={tab.value === name}
            aria-controls="tab-panel"
            onKeyDown={(event) => beside(name, event)}
            onClick={() => {
              tab.value = name;
            }}
          >
            {t(`control.tab.${name}`)}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab.value}`}>
        {tab.value === "people" && <Room />}
        {tab.value === "tables" && <Tables />}
        {tab.value === "messages" && <Messages />}
      </div>
    </>
  );
}

/** Arrow keys go from tab to tab. */
function beside(name: (typeof TABS)[number], event: KeyboardEvent): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const next = by && TABS[(TABS.indexOf(name) + by + TABS.length) % TABS.length];
  if (!next) return;
  tab.value = next;
  document.getElementById(`tab-${next}`)?.focus();
}

function MiddleSkeleton() {
  return (
    <div aria-busy="true">
      <p class="skeleton row-skeleton" />
      <p class="skeleton block-skeleton" />
      <p class="skeleton row-skeleton" />
    </div>
  );
}
