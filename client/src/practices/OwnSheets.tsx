import "./practices.css";
import "./words";
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { command } from "../connection";
import { pick, t } from "../i18n";
import { key } from "../state";
import type { PracticeValue } from "../wire";
import { useWriting } from "./draft";
import { changesOf, keptDraft } from "./fields";
import { SheetForm } from "./SheetForm";

/** The own delegation's good-practice sheets, on its phones. */
export default function OwnSheets({ session }: { session: string }) {
  const sheets = (key("own/practices")?.practices ?? []).filter((sheet) => !sheet.withdrawn);
  const meeting = key("meeting")?.id ?? "";
  const open = useSignal<string | undefined>(keptDraft(meeting, "new") ? "new" : undefined);
  const section = useRef<HTMLElement>(null);
  const shown = useRef(open.value);
  // What was pressed goes: the form's first field comes in its place, and after the form the way into the next.
  useLayoutEffect(() => {
    if (shown.current === open.value) return;
    shown.current = open.value;
    const wanted = open.value ? "form input, form textarea" : ":scope > .button";
    section.current?.querySelector<HTMLElement>(wanted)?.focus();
  });
  const shut = () => {
    open.value = undefined;
  };
  return (
    <section ref={section} class="practices">
      <p class="small muted">{t("practice.sheets_means")}</p>
      {sheets.map((sheet) =>
        open.value === sheet.id ? (
          <Editing key={sheet.id} session={session} sheet={sheet} shut={shut} />
        ) : (
          <article key={sheet.id} class="practice-line">
            <p class="grow" dir="auto">
              <span class="object-code">{sheet.code}</span> {sheet.fields?.title}
              <span class="small muted">
                {" "}
                · {t(sheet.named ? "practice.named_short" : "practice.unnamed_short")}
              </span>
            </p>
            <button
              type="button"
              class="button"
              aria-label={t("practice.edit_of", { code: sheet.code })}
              onClick={() => {
                open.value = sheet.id;
              }}
            >
              {t("practice.edit")}
            </button>
          </article>
        ),
      )}
      {open.value === "new" ? (
        <Editing session={session} shut={shut} />
      ) : (
        <button
          type="button"
          class="button"
          onClick={() => {
            open.value = "new";
          }}
        >
          {t("practice.new")}
        </button>
      )}
    </section>
  );
}

function Editing({
  session,
  sheet,
  shut,
}: {
  session: string;
  sheet?: PracticeValue;
  shut: () => void;
}) {
  const writing = useWriting(sheet);
  const named = useSignal(sheet?.named ?? false);
  const country = pick(key("seat")?.name);
  const leave = () => {
    writing.forget();
    shut();
  };
  const save = async () => {
    const { id: practice, version, draft, before } = writing;
    const code = sheet
      ? await saveSheet(sheet, version, changesOf(draft, before), named.value)
      : await answered("add_practice", {
          practice,
          session,
          fields: changesOf(draft),
          named: named.value,
        });
    if (code === undefined) leave();
    return code;
  };
  return (
    <SheetForm draft={writing.draft} onWrite={writing.write} onSave={save} onCancel={leave}>
      <label class="practice-named">
        <input
          type="checkbox"
          checked={named.value}
          onChange={(event) => {
            named.value = event.currentTarget.checked;
          }}
        />
        {t("practice.named", { country })}
      </label>
      <p class="small muted">
        {t("practice.named_until")} {t("practice.kept")}
      </p>
    </SheetForm>
  );
}

/** The words first, then the name: a consent is to the words as they stand. */
async function saveSheet(
  sheet: PracticeValue,
  version: number,
  changes: Record<string, unknown>,
  named: boolean,
): Promise<string | undefined> {
  const practice = sheet.id;
  const changed = Object.keys(changes).length > 0;
  if (changed) {
    const code = await answered("edit_practice", { practice, version, changes });
    if (code !== undefined) return code;
  }
  if (named === sheet.named) return undefined;
  return answered("name_practice", { practice, version: changed ? version + 1 : version, named });
}

/** The code of a refusal; undefined where it was recorded. */
async function answered(name: string, args: object): Promise<string | undefined> {
  const reply = await command(name, args);
  return reply.verdict === "recorded" ? undefined : (reply.code ?? "unknown");
}
