import { useSignal } from "@preact/signals";
import { t } from "../i18n";
import { nodeId } from "../roadmap/born";
import { Code } from "../roadmap/Code";
import { Take } from "../roadmap/Take";
import { key, keys } from "../state";
import type { SynthesisValue } from "../wire";
import { answered } from "./answered";
import { EditForm } from "./SynthesisForm";

/** What was merged from the notes of a session, with the codes it comes from. */
export function Syntheses({ session }: { session: string }) {
  const all = keys("synthesis/")
    .flatMap((name) => key(name as `synthesis/${string}`) ?? [])
    .filter((synthesis) => synthesis.session === session && !synthesis.withdrawn)
    .sort((one, other) => one.code.localeCompare(other.code, undefined, { numeric: true }));
  if (all.length === 0) return null;
  return (
    <section class="syntheses" aria-label={t("synthesis.list")}>
      <h3>{t("synthesis.list")}</h3>
      {all.map((synthesis) => (
        <Synthesis key={synthesis.id} synthesis={synthesis} />
      ))}
    </section>
  );
}

function Synthesis({ synthesis }: { synthesis: SynthesisValue }) {
  const editing = useSignal(false);
  const { code } = synthesis;
  return (
    <article class="card synthesis" aria-label={code}>
      <p dir="auto" class="synthesis-text">
        <Code sort="synthesis" id={synthesis.id} code={code} />{" "}
        {synthesis.text ?? t("synthesis.withheld")}
      </p>
      <p class="small muted">
        {t("synthesis.from")}{" "}
        {synthesis.sources.map((source) => (
          <Code key={source.code} sort={source.sort} id={nodeId(source)} code={source.code} />
        ))}
      </p>
      {editing.value && (
        <EditForm
          synthesis={synthesis}
          shut={() => {
            editing.value = false;
          }}
        />
      )}
      {synthesis.text !== null && !editing.value && (
        <div class="side-tools">
          <Take sort="synthesis" id={synthesis.id} />
          <button
            type="button"
            class="button small"
            aria-label={t("synthesis.edit_of", { code })}
            onClick={() => {
              editing.value = true;
            }}
          >
            {t("synthesis.edit")}
          </button>
          <button
            type="button"
            class="button small"
            aria-label={t("synthesis.withdraw_of", { code })}
            onClick={() => void answered("withdraw_synthesis", { synthesis: synthesis.id })}
          >
            {t("synthesis.withdraw")}
          </button>
        </div>
      )}
    </article>
  );
}
