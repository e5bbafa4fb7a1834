import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { command } from "../../connection";
import { pick, t } from "../../i18n";
import { key } from "../../state";
import type { ActivityValue, Heading } from "../../wire";

interface PadProps {
  meeting: string;
  activity: string;
  table: string;
  role: string;
  headings: Heading[];
  canWrite: boolean;
  showAuthors: boolean;
}

/** The own table, and its notes. What edits them is fetched only now. */
export function TablePad({ activity }: { activity: ActivityValue }) {
  const loaded = useSignal<ComponentType<PadProps> | undefined>(undefined);
  useEffect(() => {
    void import("../../notes/Pad").then((module) => {
      loaded.value = module.default;
    });
  }, []);
  const seat = key("seat");
  const own = key(`table/${activity.session}`);
  const table = own?.table ?? "plenary";
  const Pad = loaded.value;
  return (
    <main class="activity">
      <h2 tabIndex={-1} data-heading dir="auto">
        {pick(activity.setup.question as never)}
      </h2>
      {own && <OwnTable session={activity.session} />}
      {Pad && seat ? (
        <Pad
          key={table}
          meeting={key("meeting")?.id ?? ""}
          activity={activity.id}
          table={table}
          role={seat.role}
          headings={activity.setup.headings as Heading[]}
          canWrite={activity.phase === "open" && seat.role === "delegate"}
          showAuthors={activity.regime === "open" || activity.regime === "attributable"}
        />
      ) : (
        <div class="skeleton" style={{ height: "9em" }} />
      )}
    </main>
  );
}

/** Where one sits, who else does, and a way to another table. */
function OwnTable({ session }: { session: string }) {
  const own = key(`table/${session}`);
  const tables = key("tables");
  const names = key("programme")?.delegations;
  if (!own) return null;
  const here = tables?.session === session ? (tables.delegations[own.table] ?? []) : [];
  const ids = Array.from({ length: own.of }, (_, index) => `t${index + 1}`);
  return (
    <details class="own-table">
      <summary>
        <strong>{t("table.name", { number: own.number })}</strong>
        <span class="small muted"> · {t("phone.change_table")}</span>
      </summary>
      <p class="small">{here.map((id) => pick(names?.[id])).join(", ")}</p>
      <div class="table-choice">
        {ids.map((id, index) => (
          <button
            key={id}
            type="button"
            class="button small"
            disabled={id === own.table}
            onClick={() => void command("choose_table", { table: id })}
          >
            {t("table.name", { number: index + 1 })}
          </button>
        ))}
      </div>
    </details>
  );
}
