import "./report.css";
import "./print.css";
import "./words";
import { useEffect, useRef } from "preact/hooks";
import { second } from "../../clock";
import { status } from "../../connection";
import { pick, t } from "../../i18n";
import { Ended } from "../../parts/Ended";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { clockTime, dayName } from "../../parts/time";
import { PracticesPanel } from "../../practices/PracticesPanel";
import { askedFor, beginLine, cited } from "../../roadmap/born";
import { Drawer } from "../../roadmap/Drawer";
import { LineagePanel } from "../../roadmap/LineagePanel";
import { RoadmapPanel } from "../../roadmap/RoadmapPanel";
import { key } from "../../state";
import { SynthesisPanel } from "../../synthesis/SynthesisPanel";
import { ExportsPanel } from "./ExportsPanel";
import { NotesPanel } from "./NotesPanel";
import { OutcomesPanel } from "./OutcomesPanel";
import { ProgressPanel, ProgressStrip } from "./ProgressPanel";
import { openTab, TABS, type Tab, tab, WIDE } from "./tabs";

/** For those who write the report: how far the record is, what came out, what was written, and the files. */
export default function Report() {
  useOpenDetailsInPrint();
  useTaking();
  if (status.value === "ended") return <Ended />;
  if (!key("meeting") || !key("programme")) return <Loading />;
  return (
    <div class={WIDE.has(tab.value) ? "report wide" : "report"}>
      <Head />
      <ProgressStrip />
      <main>
        <Tabs />
        <div id="report-panel" role="tabpanel" aria-labelledby={`tab-${tab.value}`}>
          {tab.value === "progress" && <ProgressPanel />}
          {tab.value === "outcomes" && <OutcomesPanel />}
          {tab.value === "notes" && <NotesPanel />}
          {tab.value === "synthesis" && <SynthesisPanel />}
          {tab.value === "practices" && <PracticesPanel />}
          {tab.value === "roadmap" && <RoadmapPanel />}
          {tab.value === "lineage" && <LineagePanel />}
          {tab.value === "exports" && <ExportsPanel />}
        </div>
      </main>
      <Drawer />
    </div>
  );
}

function Head() {
  const meeting = key("meeting");
  return (
    <header class="report-head">
      <div class="grow">
        <p class="small muted">{t("report.title")}</p>
        <h1>{pick(meeting?.title)}</h1>
        <p class="small muted">
          {t(meeting?.closed_at ? "report.final" : "report.draft")}
          {meeting?.rehearsal && ` · ${t("test.rehearsal")}`}
          <span class="print-only">
            {" "}
            ·{" "}
            {t("report.printed", { time: `${dayName(second.value)}, ${clockTime(second.value)}` })}
          </span>
        </p>
      </div>
      <div class="report-tools">
        <LanguageMenu />
        <button type="button" class="button" onClick={() => print()}>
          {t("report.print")}
        </button>
      </div>
      <p class="report-status" role="status">
        {status.value === "offline" && <span class="banner">{t("state.offline")}</span>}
      </p>
    </header>
  );
}

/** Arrow keys go from tab to tab, as in any list of tabs. */
function Tabs() {
  const list = useRef<HTMLDivElement>(null);
  const go = (name: Tab | undefined) => {
    if (!name) return;
    openTab(name);
    list.current?.querySelector<HTMLElement>(`#tab-${name}`)?.focus();
  };
  return (
    <div ref={list} class="report-tabs" role="tablist" aria-label={t("report.tabs")}>
      {TABS.map((name, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          class="report-tab"
          aria-selected={tab.value === name}
          aria-controls="report-panel"
          tabIndex={tab.value === name ? 0 : -1}
          onClick={() => openTab(name)}
          onKeyDown={(event) => {
            if (event.key === "ArrowRight") go(TABS[(index + 1) % TABS.length]);
            if (event.key === "ArrowLeft") go(TABS.at(index - 1));
          }}
        >
          {t(`report.tab.${name}`)}
        </button>
      ))}
    </div>
  );
}

/** An address may ask to begin a line from an object; that happens once the chain is there. */
function useTaking(): void {
  const wanted = useRef(askedFor(location.hash));
  const nodes = key("lineage")?.nodes;
  useEffect(() => {
    const asked = wanted.current;
    const node = asked && nodes?.find(({ sort, id }) => sort === asked.sort && id === asked.id);
    if (!node) return;
    wanted.current = undefined;
    beginLine([cited(node)], {}, () => openTab("roadmap"));
  }, [nodes]);
}

/** Paper unfolds nothing: what is folded is opened before printing and closed again after. */
function useOpenDetailsInPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const before = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
      for (const details of opened) details.open = true;
    };
    const after = () => {
      for (const details of opened) details.open = false;
    };
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
}

function Loading() {
  return (
    <div class="report" aria-busy="true">
      <p class="hidden-text">{t("state.loading")}</p>
      <div class="skeleton" style={{ height: "4em" }} />
      <div class="skeleton" style={{ height: "9em" }} />
      <div class="skeleton" style={{ height: "20em" }} />
      {status.value === "offline" && <p class="banner">{t("state.offline")}</p>}
    </div>
  );
}
