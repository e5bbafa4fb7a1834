import { useSignal } from "@preact/signals";
import { pick, t } from "../i18n";
import { key } from "../state";
import type { LineValue } from "../wire";
import { Cell } from "./Cell";
import { Code } from "./Code";
import { drawer } from "./drawn";
import { COLUMNS, STATUSES } from "./fields";
import { Leads } from "./Leads";
import { moveLine } from "./order";
import { give } from "./save";
import { told } from "./told";

/** One line of the table; what a reserved session withholds is its code alone. */
export function LineRow({ line, shown }: { line: LineValue; shown: readonly string[] }) {
  const names = key("programme")?.delegations;
  const whole = useSignal(false);
  const still = line.status === "withdrawn" || line.fields === null;
  return (
    <tr
      class={[still && "still", whole.value && "whole"].filter(Boolean).join(" ")}
      data-line={line.id}
    >
      <th scope="row">
        <Code sort="line" id={line.id} code={line.code} />
        <LineTools line={line} shown={shown} />
      </th>
      {line.fields === null ? (
        <td colSpan={COLUMNS.length} class="muted">
          {t("roadmap.withheld")}
        </td>
      ) : (
        COLUMNS.map((column) => (
          <td
            key={column.name}
            class={`column-${column.sort} of-${column.name}`}
            data-label={t(`roadmap.field.${column.name}`)}
          >
            {column.sort === "leads" ? (
              <Leads line={line} still={still} />
            ) : (
              <Cell line={line} column={column} still={still} />
            )}
            {column.name === "challenge" && <Ranked line={line} />}
          </td>
        ))
      )}
      <td class="small of-participants" data-label={t("roadmap.field.participants")}>
        {line.participants.map((id) => pick(names?.[id])).join(", ")}
      </td>
      <td class="of-status" data-label={t("roadmap.field.status")}>
        <StatusCell line={line} />
        <Answers line={line} />
      </td>
      <td class="of-sources" data-label={t("roadmap.field.sources")}>
        <SourceCodes line={line} />
      </td>
      <td class="whole-line">
        <button
          type="button"
          class="button small"
          aria-expanded={whole.value}
          aria-label={`${t(whole.value ? "roadmap.less" : "roadmap.more")}: ${line.code}`}
          onClick={() => {
            whole.value = !whole.value;
          }}
        >
          {t(whole.value ? "roadmap.less" : "roadmap.more")}
        </button>
      </td>
    </tr>
  );
}

/** Where the prioritisation put the challenge, and how firm that is. */
function Ranked({ line: { fields } }: { line: LineValue }) {
  const said = (["position", "stability"] as const).flatMap((name) =>
    fields?.[name] ? [`${t(`roadmap.field.${name}`)}: ${told(name, fields[name])}`] : [],
  );
  return said.length > 0 ? <p class="small muted">{said.join(" · ")}</p> : null;
}

function LineTools({ line, shown }: { line: LineValue; shown: readonly string[] }) {
  const place = shown.indexOf(line.id);
  const refused = useSignal("");
  const withdrawn = line.status === "withdrawn";
  const withdraw = async () => {
    refused.value = (
      await give(withdrawn ? "restore_line" : "withdraw_line", { line: line.id })
    ).words;
  };
  return (
    <p class="line-tools small">
      <Mover line={line} by={-1} shown={shown} off={place === 0} />
      <Mover line={line} by={1} shown={shown} off={place === shown.length - 1} />
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

interface Moving {
  line: LineValue;
  by: -1 | 1;
  shown: readonly string[];
  off: boolean;
}

function Mover({ line, by, shown, off }: Moving) {
  const word = t(by < 0 ? "roadmap.up" : "roadmap.down");
  return (
    <button
      type="button"
      class="button small"
      aria-label={`${word}: ${line.code}`}
      aria-disabled={off}
      onClick={() => void moveLine(line.id, by, shown)}
    >
      {word}
    </button>
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
        return <Code key={`${source.sort} ${id}`} sort={source.sort} id={id} code={source.code} />;
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
