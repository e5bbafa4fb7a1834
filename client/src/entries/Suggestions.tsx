/* What may say the same: proposed by the server, decided here. */
import { useSignal } from "@preact/signals";
import { t } from "../i18n";
import { freshId } from "../ids";
import { act, locked } from "../pages/control/act";
import { key } from "../state";
import type { BoardItem } from "../wire";
import { proposal } from "./Bench";
import { textOf } from "./List";

/** Of a large group; the others show when it is reviewed. */
const SHOWN = 4;

interface Props {
  activity: string;
  items: readonly BoardItem[];
  onReview: (ids: readonly string[]) => void;
}

export function Suggestions({ activity, items, onReview }: Props) {
  const dismissed = useSignal<ReadonlySet<string>>(new Set());
  const groups = (key(`likeness/${activity}`)?.groups ?? [])
    .map((ids) => ids.map((id) => items.find((item) => item.id === id)))
    .map((group) => group.filter((item) => item !== undefined))
    .filter((group) => group.length > 1 && !dismissed.value.has(nameOf(group)));
  return (
    <section class="suggestions" aria-labelledby={`alike-${activity}`}>
      <h3 id={`alike-${activity}`}>{t("board.alike")}</h3>
      {groups.length === 0 && <p class="muted">{t("board.alike.none")}</p>}
      <ul>
        {groups.map((group) => (
          <li key={nameOf(group)} class="suggestion">
            <ul>
              {group.slice(0, SHOWN).map((item) => (
                <li key={item.id} dir="auto">
                  <span class="code">{item.code}</span> {textOf(item)}
                </li>
              ))}
              {group.length > SHOWN && (
                <li class="muted">{t("board.alike.more", { n: group.length - SHOWN })}</li>
              )}
            </ul>
            <div class="bench-row">
              <button
                type="button"
                class="button"
                disabled={locked.value}
                onClick={() =>
                  void act("merge_entries", {
                    activity,
                    entries: group.map((item) => item.id),
                    id: freshId(),
                    text: proposal(group.map(textOf)),
                  })
                }
              >
                {t("board.merge", { n: group.length })}
              </button>
              <button
                type="button"
                class="button quiet"
                onClick={() => onReview(group.map((item) => item.id))}
              >
                {t("board.review")}
              </button>
              <button
                type="button"
                class="button quiet"
                onClick={() => {
                  dismissed.value = new Set([...dismissed.value, nameOf(group)]);
                }}
              >
                {t("board.differ")}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf(group: readonly BoardItem[]): string {
  return group.map((item) => item.id).join();
}
