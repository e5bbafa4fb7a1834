import "./practices.css";
import "./words";
import { useSignal } from "@preact/signals";
import { command } from "../connection";
import { pick, t } from "../i18n";
import { Code } from "../roadmap/Code";
import { Take } from "../roadmap/Take";
import { key, keys } from "../state";
import type { PracticeValue } from "../wire";
import { useWriting } from "./draft";
import { changesOf, FIELDS } from "./fields";
import { SheetForm } from "./SheetForm";

/** All good-practice sheets, for those who write the report. */
export function PracticesPanel() {
  const open = useSignal<string | undefined>(undefined);
  const sheets = keys("practice/")
    .flatMap((name) => key(name as `practice/${string}`) ?? [])
    .sort((one, other) => one.code.localeCompare(other.code, undefined, { numeric: true }));
  const shut = () => {
    open.value = undefined;
  };
  return (
    <section class="practices">
      {sheets.length === 0 && <p class="muted report-empty">{t("practice.none")}</p>}
      {sheets.map((sheet) => (
        <article key={sheet.id} class="card" aria-label={sheet.code}>
          <Head sheet={sheet} edit={() => (open.value = sheet.id)} />
          {open.value === sheet.id && sheet.fields ? (
            <Editing sheet={sheet} shut={shut} />
          ) : (
            <Said sheet={sheet} />
          )}
        </article>
      ))}
      {open.value === "new" ? (
        <article class="card">
          <Editing shut={shut} />
        </article>
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

function Head({ sheet, edit }: { sheet: PracticeValue; edit: () => void }) {
  const country = sheet.delegation && key("programme")?.delegations[sheet.delegation];
  return (
    <header class="card-head">
      <Code sort="practice" id={sheet.id} code={sheet.code} />
      <h3 class="grow" dir="auto">
        {sheet.fields?.title}
      </h3>
      <span class="state">
        {sheet.withdrawn
          ? t("practice.withdrawn")
          : country
            ? pick(country)
            : t("practice.unnamed_short")}
      </span>
      {sheet.fields && (
        <div class="practice-tools">
          <Take sort="practice" id={sheet.id} />
          <button
            type="button"
            class="button small"
            aria-label={t("practice.edit_of", { code: sheet.code })}
            onClick={edit}
          >
            {t("practice.edit")}
          </button>
          <Withdraw sheet={sheet} />
        </div>
      )}
    </header>
  );
}

function Withdraw({ sheet }: { sheet: PracticeValue }) {
  const word = sheet.withdrawn ? "practice.restore" : "practice.withdraw";
  return (
    <button
      type="button"
      class="button small"
      aria-label={t(`${word}_of`, { code: sheet.code })}
      onClick={() =>
        void command("withdraw_practice", { practice: sheet.id, withdrawn: !sheet.withdrawn })
      }
    >
      {t(word)}
    </button>
  );
}

function Said({ sheet }: { sheet: PracticeValue }) {
  const fields = sheet.fields;
  if (!fields) return <p class="small muted">{t("practice.withheld")}</p>;
  const lines = FIELDS.filter(({ name }) => name !== "title" && fields[name]);
  return (
    <dl class="practice-said">
      {lines.map(({ name }) => (
        <div key={name}>
          <dt class="small">{t(`practice.field.${name}`)}</dt>
          <dd dir="auto">{fields[name]}</dd>
        </div>
      ))}
      {fields.tags.length > 0 && (
        <div>
          <dt class="small">{t("practice.field.tags")}</dt>
          <dd dir="auto">{fields.tags.join(", ")}</dd>
        </div>
      )}
    </dl>
  );
}

function Editing({ sheet, shut }: { sheet?: PracticeValue; shut: () => void }) {
  const writing = useWriting(sheet);
  const session = key("now")?.session;
  const leave = () => {
    writing.forget();
    shut();
  };
  const save = async () => {
    const { id: practice, version, draft, before } = writing;
    const reply = sheet
      ? await command("edit_practice", { practice, version, changes: changesOf(draft, before) })
      : await command("add_practice", {
          practice,
          fields: changesOf(draft),
          ...(session ? { session } : {}),
        });
    if (reply.verdict !== "recorded") return reply.code ?? "unknown";
    leave();
    return undefined;
  };
  return <SheetForm draft={writing.draft} onWrite={writing.write} onSave={save} onCancel={leave} />;
}
