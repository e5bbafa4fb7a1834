import "./roadmap.css";
import "./words";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n";
import { NoteRegime } from "../regimes/NoteRegime";
import { key } from "../state";
import type { LineValue } from "../wire";
import type { Source } from "./born";
import { drawer } from "./drawn";
import { LineHistory } from "./LineHistory";
import { Chain } from "./ObjectChain";
import { Picker } from "./Picker";
import { give } from "./save";

/** What was opened beside the page: an object's chain, a line's history or sources, how far a note may travel. */
export function Drawer() {
  const open = drawer.value;
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
  }, [open]);
  if (!open) return null;
  const shut = () => {
    drawer.value = undefined;
  };
  const line = open.sort === "line" ? key(`line/${open.id}`) : undefined;
  return (
    <dialog ref={box} class="drawer" aria-label={t(`roadmap.drawer.${open.show}`)} onClose={shut}>
      <header class="card-head">
        <h2 class="grow">{t(`roadmap.drawer.${open.show}`)}</h2>
        <button type="button" class="button" onClick={() => box.current?.close()}>
          {t("roadmap.close")}
        </button>
      </header>
      {open.show === "history" && line && <LineHistory line={line} />}
      {open.show === "chain" && <Chain at={open} />}
      {open.show === "sources" && line && <Sources line={line} />}
      {open.show === "regime" && <NoteRegime id={open.id} />}
    </dialog>
  );
}

/** Each choice is saved at once: a line never stands without a source. */
function Sources({ line }: { line: LineValue }) {
  const refused = useSignal("");
  const chosen = line.sources.map(({ sort, id, part, why }) => ({
    sort,
    id,
    why,
    ...(part ? { part } : {}),
  }));
  const save = async (sources: Source[]) => {
    const { words } = await give("edit_line", {
      line: line.id,
      version: line.version,
      changes: { sources },
    });
    refused.value = words;
  };
  return (
    <>
      <p class="object-code">{line.code}</p>
      <Picker chosen={chosen} choose={(next) => void save(next)} />
      {refused.value && (
        <p class="banner danger" role="alert">
          {refused.value}
        </p>
      )}
    </>
  );
}
