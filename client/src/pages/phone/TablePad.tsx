import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { otherLang, pick, t } from "../../i18n";
import { key } from "../../state";
import type { ActivityValue, Heading, Text } from "../../wire";

interface PadProps {
  meeting: string;
  activity: string;
  table: string;
  role: string;
  headings: Heading[];
  canWrite: boolean;
  showAuthors: boolean;
}

/** The notes of the own table. What edits them is fetched only now. */
export function TablePad({ activity }: { activity: ActivityValue }) {
  const loaded = useSignal<ComponentType<PadProps> | "failed" | undefined>(undefined);
  const fetchPad = () => {
    loaded.value = undefined;
    import("../../notes/Pad").then(
      (module) => {
        loaded.value = module.default;
      },
      () => {
        loaded.value = "failed";
      },
    );
  };
  useEffect(fetchPad, []);
  const seat = key("seat");
  const meeting = key("meeting");
  const table = tableOf(activity);
  const question = activity.setup.question as Text;
  const Pad = loaded.value;
  return (
    <>
      <h2 tabIndex={-1} data-heading lang={otherLang(question)} dir="auto">
        {pick(question)}
      </h2>
      {Pad === "failed" && (
        <p class="banner">
          {t("phone.pad_failed")}{" "}
          <button type="button" class="button" onClick={fetchPad}>
            {t("state.reload")}
          </button>
        </p>
      )}
      {Pad !== undefined && Pad !== "failed" && seat && meeting && table ? (
        <Pad
          key={`${activity.id}.${table}`}
          meeting={meeting.id}
          activity={activity.id}
          table={table}
          role={seat.role}
          headings={activity.setup.headings as Heading[]}
          canWrite={activity.phase === "open" && seat.role === "delegate"}
          showAuthors={activity.regime === "open" || activity.regime === "attributable"}
        />
      ) : (
        Pad !== "failed" && <div class="skeleton tall" />
      )}
      {seat?.role === "delegate" && <OwnSheets session={activity.session} />}
    </>
  );
}

/** The own delegation's good-practice sheets, fetched when somebody wants to see them. */
function OwnSheets({ session }: { session: string }) {
  const Sheets = useSignal<ComponentType<{ session: string }> | undefined>(undefined);
  return (
    <details
      class="own-sheets"
      onToggle={(event) => {
        if (!event.currentTarget.open || Sheets.value) return;
        void import("../../practices/OwnSheets").then((module) => {
          Sheets.value = module.default;
        });
      }}
    >
      <summary>{t("phone.sheets")}</summary>
      {Sheets.value ? <Sheets.value session={session} /> : <div class="skeleton" />}
    </details>
  );
}

/** A plenary has one table; where there are several, the own one may not have been told yet. */
function tableOf(activity: ActivityValue): string | undefined {
  const session = key("programme")?.sessions.find((line) => line.id === activity.session);
  if (session && session.format !== "tables") return "plenary";
  return key(`table/${activity.session}`)?.table;
}
