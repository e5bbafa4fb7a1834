/* The moderator's board, off the stage: what was written is made one clean list, each step can be undone. */
import "./board.css";
import "./boardWords";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { pick, t } from "../i18n";
import { freshSlug } from "../ids";
import { act, locked } from "../pages/control/act";
import { key } from "../state";
import type { ActivityValue, BoardValue } from "../wire";
import { Bench } from "./Bench";
import { List } from "./List";
import { Suggestions } from "./Suggestions";

/** In the panel of its activity: how many, and the way in. */
export function Board({ activity }: { activity: ActivityValue }) {
  const shown = useSignal(false);
  const board = key(`board/${activity.id}`);
  const groups = key(`likeness/${activity.id}`)?.groups.length ?? 0;
  if (!board) return null;
  return (
    <div class="board-way-in">
      <p>
        {t("board.count", { count: board.count })}
        {board.visible && !board.finished && groups > 0 && (
          <span class="muted"> · {t("board.groups", { count: groups })}</span>
        )}
      </p>
      {!board.visible && <p class="small muted">{t("board.covered")}</p>}
      {board.visible && (
        <button
          type="button"
          class="button"
          onClick={() => {
            shown.value = true;
          }}
        >
          {t("board.open")}
        </button>
      )}
      {shown.value && board.visible && (
        <BoardDialog
          activity={activity}
          board={board}
          onClose={() => {
            shown.value = false;
          }}
        />
      )}
    </div>
  );
}

interface Props {
  activity: ActivityValue;
  board: BoardValue;
  onClose: () => void;
}

function BoardDialog({ activity, board, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const picked = useSignal<readonly string[]>([]);
  useEffect(() => {
    dialog.current?.showModal?.();
  }, []);
  const standing = board.items.filter((item) => STANDING.has(item.status));
  const chosen = picked.value.filter((id) => standing.some((item) => item.id === id));
  const pickAll = (ids: readonly string[]) => {
    picked.value = ids;
  };
  const title = `board-${activity.id}`;
  return (
    <dialog ref={dialog} class="board" aria-labelledby={title} onClose={onClose}>
      <header class="board-head">
        <h2 id={title}>{pick(activity.title)}</h2>
        <Steps activity={activity} board={board} chosen={chosen} />
        <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
          {t("board.close")}
        </button>
      </header>
      <div class="board-panes">
        <List
          items={standing}
          chosen={chosen}
          onChosen={pickAll}
          parents={board.items}
          finished={board.finished}
        />
        <aside class="board-side">
          {!board.finished && (
            <Bench
              activity={activity.id}
              items={standing.filter((item) => chosen.includes(item.id))}
              working={board.working}
              onDone={() => pickAll([])}
            />
          )}
          {board.working && (
            <Suggestions activity={activity.id} items={standing} onReview={(ids) => pickAll(ids)} />
          )}
          {!board.working && (
            <p class="small muted">{t(board.finished ? "board.finished" : "board.still_open")}</p>
          )}
        </aside>
      </div>
    </dialog>
  );
}

export const STANDING = new Set(["waiting", "shown", "hidden"]);

/** What is done with the whole of it. */
function Steps({
  activity,
  board,
  chosen,
}: Omit<Props, "onClose"> & { chosen: readonly string[] }) {
  const off = locked.value;
  const { id, round } = activity;
  const step = board.step;
  const shown = board.items.filter((item) => item.status === "shown").length;
  const carry = () => {
    const some = chosen.length > 1 ? { entries: chosen } : {};
    void act("prioritise_entries", { activity: id, into: freshSlug("p-"), ...some });
  };
  return (
    <div class="board-steps">
      {!board.finished && (
        <button
          type="button"
          class="button"
          disabled={off || !step}
          onClick={() => step && void act("undo_board", { activity: id, step: step.number })}
        >
          {step ? t("board.undo", { what: t(`board.verb.${step.verb}`) }) : t("board.undo.none")}
        </button>
      )}
      {board.working && (
        <button
          type="button"
          class="button"
          disabled={off}
          onClick={() => void act("finish_board", { activity: id, round })}
        >
          {t("board.finish")}
        </button>
      )}
      {(board.working || board.finished) && (
        <button type="button" class="button primary" disabled={off || shown < 2} onClick={carry}>
          {chosen.length > 1
            ? t("board.carry.some", { n: chosen.length })
            : t("board.carry", { n: shown })}
        </button>
      )}
    </div>
  );
}
