/* All that stands on the board, to be chosen from by touch or by keyboard. */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { pick, t } from "../i18n";
import { key } from "../state";
import type { BoardItem } from "../wire";

interface Props {
  items: readonly BoardItem[];
  chosen: readonly string[];
  onChosen: (ids: readonly string[]) => void;
  /** Where the texts of ancestors are found. */
  parents: readonly BoardItem[];
  finished: boolean;
}

export function List({ items, chosen, onChosen, parents, finished }: Props) {
  const search = useSignal("");
  const field = useId();
  const wanted = plain(search.value);
  const found = items.filter((item) => !wanted || plain(textOf(item)).includes(wanted));
  const toggle = (id: string) =>
    onChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <section class="board-list" aria-label={t("board.list")}>
      <div class="board-search">
        <label class="form-label" for={field}>
          {t("board.search")}
        </label>
        <input
          id={field}
          class="field"
          type="search"
          value={search.value}
          onInput={(event) => {
            search.value = event.currentTarget.value;
          }}
        />
        <span class="small muted" aria-live="polite">
          {t("board.found", { n: found.length, of: items.length })}
        </span>
      </div>
      <ul class="board-items" tabIndex={-1}>
        {found.map((item) => (
          <li key={item.id} class={`board-item ${item.status}`}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(item.id)}
                onChange={() => toggle(item.id)}
              />
              <span class="code">{item.code ?? ""}</span>
              <span class="board-text" dir="auto">
                {textOf(item)}
                <Marks item={item} finished={finished} />
              </span>
            </label>
            <Ancestry item={item} parents={parents} />
            {item.status === "shown" && item.code && (
              <a
                class="board-take small"
                href={`/m/${key("meeting")?.id}/report#take=${item.sort}:${encodeURIComponent(item.id)}`}
                target="_blank"
                rel="noreferrer"
                aria-label={`${t("board.take")}: ${item.code}`}
              >
                {t("board.take")}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function textOf(item: BoardItem): string {
  return String(item.fields.text);
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase().trim();
}

function Marks({ item, finished }: { item: BoardItem; finished: boolean }) {
  const delegation = item.delegation && key("programme")?.delegations[item.delegation];
  return (
    <>
      {item.status !== "shown" && <span class="mark">{t(`board.status.${item.status}`)}</span>}
      {item.contributions > 1 && (
        <span class="mark">{t("board.joined", { n: item.contributions })}</span>
      )}
      {delegation && <span class="mark">{pick(delegation)}</span>}
      {item.objections.length > 0 && (
        <span class={finished ? "mark objection" : "mark objection warn"}>
          {t("board.objections", { count: item.objections.length })}
        </span>
      )}
    </>
  );
}

/** What it was made of, and what its contributors say against that. */
function Ancestry({ item, parents }: { item: BoardItem; parents: readonly BoardItem[] }) {
  const from = item.parents
    .map((parent) => parents.find((other) => other.id === parent.id))
    .filter((parent) => parent !== undefined);
  const said = item.objections.filter((text) => text !== "");
  if (!from.length && item.written === null && !said.length) return null;
  return (
    <details class="board-from" open={item.objections.length > 0}>
      <summary>{t("board.from")}</summary>
      <ul>
        {item.written !== null && <li dir="auto">{t("board.written", { text: item.written })}</li>}
        {from.map((parent) => (
          <li key={parent.id} dir="auto">
            <span class="code">{parent.code}</span> {textOf(parent)}
          </li>
        ))}
        {said.map((text) => (
          <li key={text} class="warn" dir="auto">
            {t("board.objects", { text })}
          </li>
        ))}
      </ul>
    </details>
  );
}
