import { useSignal } from "@preact/signals";
import { pick, t } from "../i18n";
import { key } from "../state";
import type { LineValue } from "../wire";
import { Cell } from "./Cell";
import { drawer } from "./Drawer";
import { COLUMNS, STATUSES } from "./fields";
import { Leads } from "./Leads";
import { give } from "./save";

/** One line of the table; what a reserved session withholds is its code alone. */
export function LineRow({ line }: { line: LineValue }) {
  const names = key("programme")?.delegations;
  const still = line.status === "withdrawn" || line.fields === null;
  return (
    <tr class={still ? "still" : undefined} data-line={line.id}>
      <th scope="row">
        <button
          type="button"
          class="object-code"
          onClick={() => {
            drawer.value = { show: "chain", sort: "line", id: line.id };
          }}
        >
          {line.code}
        </button>
        <LineTools line={line} />
      </th>
      {line.fields === null ? (
        <td colSpan={COLUMNS.length} class="muted">
          {t("roadmap.withheld")}
        </td>
      ) : (
        COLUMNS.map((column) => (
          <td key={column.name} class={`column-${column.sort}`}>
            {column.sort === "leads" ? (
              <Leads line={line} still={still} />
            ) : (
              <Cell line={line} column={column} still={still} />
            )}
          </td>
        ))
      )}
      <td class="small">{line.participants.map((id) => pick(names?.[id])).join(", ")}</td>
      <td>
        <StatusCell line={line} />
        <Answers line={line} />
      </td>
      <td>
        <SourceCodes line={line} />
      </td>
    </tr>
  );
}

function LineTools({ line }: { line: LineValue }) {
  const refused = useSignal("");
  const withdrawn = line.status === "withdrawn";
  const withdraw = async () => {
    refused.value = (
      await give(withdrawn ? "restore_line" : "withdraw_line", { line: line.id })
    ).words;
  };
  return (
    <p class="line-tools small">
      <button
        type="button"
        class="button small"
        aria-label={`${t("roadmap.history")}: ${line.code}`}
        onClick={() => {
          drawer.value = { show: "history", sort: "line", id: line.id };
        }}
      >
        {t("roadmap.history")}
      </button>
      {line.fields && (
        <button
          type="button"
          class="button small"
          aria-label={`${t(withdrawn ? "roadmap.restore" : "roadmap.withdraw")}: ${line.code}`}
          onClick={withdraw}
        >
          {t(withdrawn ? "roadmap.restore" : "roadmap.withdraw")}
        </button>
      )}
      {refused.value && <span role="alert">{refused.value}</span>}
    </p>
  );
}

function StatusCell({ line }: { line: LineValue }) {
  const refused = useSignal("");
  if (line.status === "withdrawn") return <p class="small">{t("roadmap.status.withdrawn")}</p>;
  return (
    <>
      <select
        class="field"
        aria-label={`${t("roadmap.field.status")}: ${line.code}`}
        value={line.status}
        onChange={async (event) => {
          const box = event.currentTarget;
          const { saved, words } = await give("set_line_status", {
            line: line.id,
            status: box.value,
          });
          refused.value = words;
          if (!saved) box.value = line.status;
        }}
      >
        {STATUSES.filter((status) => status !== "withdrawn").map((status) => (
          <option key={status} value={status}>
            {t(`roadmap.status.${status}`)}
          </option>
        ))}
      </select>
      {refused.value && (
        <p class="small flagged" role="alert">
          {refused.value}
        </p>
      )}
    </>
  );
}

/** What the plenary answered, and what was said with it. */
function Answers({ line }: { line: LineValue }) {
  const names = key("programme")?.delegations;
  const given = Object.entries(line.counts).filter(([, count]) => count > 0);
  return (
    <>
      {given.length > 0 && (
        <p class="small muted">
          {given.map(([answer, count]) => `${t(`reading.${answer}`)}: ${count}`).join("; ")}
        </p>
      )}
      {line.remarks.map(({ answer, text, delegation }) => (
        <p key={`${answer} ${text} ${delegation}`} class="small" dir="auto">
          {delegation && <strong>{pick(names?.[delegation])}: </strong>}
          {text}
        </p>
      ))}
    </>
  );
}

function SourceCodes({ line }: { line: LineValue }) {
  return (
    <div class="source-codes">
      {line.sources.map((source) => {
        const id = source.part ? `${source.id}.${source.part}` : source.id;
        return (
          <button
            key={`${source.sort} ${id}`}
            type="button"
            class="object-code"
            onClick={() => {
              drawer.value = { show: "chain", sort: source.sort, id };
            }}
          >
            {source.code}
          </button>
        );
      })}
      {line.fields && line.status !== "withdrawn" && (
        <button
          type="button"
          class="button small"
          aria-label={`${t("roadmap.sources.edit")}: ${line.code}`}
          onClick={() => {
            drawer.value = { show: "sources", sort: "line", id: line.id };
          }}
        >
          {t("roadmap.sources.edit")}
        </button>
      )}
    </div>
  );
}
