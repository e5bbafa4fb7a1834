/* The moderator's board, off the stage: what was written is made one clean list, each step can be undone. */
import "./board.css";
import "./boardWords";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { pick, t } from "../i18n";
import { freshSlug } from "../ids";
import { asked } from "../pages/control/Ask";
import { act, locked } from "../pages/control/act";
import { chosen as looked } from "../pages/control/look";
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
        {t("board.count", { n: board.count })}
        {board.visible && !board.finished && groups > 0 && (
          <span class="muted"> · {t("board.groups", { n: groups })}</span>
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
  const last = useRef(-1);
  const pickAll = (ids: readonly string[]) => {
    if (ids.length) last.current = standing.findIndex((item) => ids.includes(item.id));
    picked.value = ids;
  };
  // What had the focus goes with the step it took; the list goes on from the same place.
  useEffect(() => {
    if (last.current < 0 || document.activeElement !== document.body) return;
    const boxes = dialog.current?.querySelectorAll<HTMLElement>(".board-items input");
    boxes?.[Math.min(last.current, boxes.length - 1)]?.focus();
  });
  const title = `board-${activity.id}`;
  return (
    <dialog ref={dialog} class="board" aria-labelledby={title} onClose={onClose}>
      <header class="board-head">
        <h2 id={title}>{pick(activity.title)}</h2>
        <Steps
          activity={activity}
          board={board}
          chosen={chosen}
          onCarried={() => dialog.current?.close()}
        />
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
  onCarried,
}: Omit<Props, "onClose"> & { chosen: readonly string[]; onCarried: () => void }) {
  const off = locked.value;
  const { id, round } = activity;
  const step = board.step;
  const shown = board.items.filter((item) => item.status === "shown").length;
  const ask = (title: string, text: string, confirm: string, run: () => void) => {
    const cancel = t("board.ask.back");
    asked.value = { title, text, confirm, cancel, stands: () => true, run };
  };
  const finish = () =>
    ask(
      t("board.ask.finish"),
      t("board.ask.finish.text"),
      t("board.finish"),
      () => void act("finish_board", { activity: id, round }),
    );
  const some = chosen.length > 1 ? { entries: chosen } : {};
  const into = async () => {
    const made = freshSlug("p-");
    if (!(await act("prioritise_entries", { activity: id, into: made, ...some }))) return;
    onCarried();
    looked.value = { activity: made };
  };
  const carries =
    chosen.length > 1
      ? t("board.carry.some", { n: chosen.length })
      : t("board.carry", { n: shown });
  const carry = () =>
    ask(
      t("board.ask.carry", { n: chosen.length > 1 ? chosen.length : shown }),
      t(board.finished ? "board.ask.carry.again" : "board.ask.carry.text"),
      carries,
      () => void into(),
    );
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
        <button type="button" class="button" disabled={off} onClick={finish}>
          {t("board.finish")}
        </button>
      )}
      {(board.working || board.finished) && (
        <button type="button" class="button primary" disabled={off || shown < 2} onClick={carry}>
          {carries}
        </button>
      )}
    </div>
  );
}
