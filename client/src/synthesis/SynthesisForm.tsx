import { useSignal } from "@preact/signals";
import { has, t } from "../i18n";
import { freshSlug } from "../ids";
import { key } from "../state";
import type { SynthesisValue } from "../wire";
import { answered } from "./answered";
import { type Note, proposed } from "./sideBySide";

const MAX_CHARS = 4000;

interface New {
  session: string;
  notes: readonly Note[];
  shut: (done: boolean) => void;
}

/** The words of a new synthesis. Its sources are the notes that were marked. */
export function SynthesisForm({ session, notes, shut }: New) {
  const id = useSignal(freshSlug("s")).value;
  const headings = new Set(notes.map(({ heading }) => heading));
  const sources = notes.map(({ node }) => ({ sort: "entry", id: node, why: "merge" }));
  return (
    <WordsForm
      text={proposed(notes).slice(0, MAX_CHARS)}
      save={(text) =>
        answered("add_synthesis", {
          synthesis: id,
          session,
          fields: { text, sources, ...(headings.size === 1 ? { heading: [...headings][0] } : {}) },
        })
      }
      shut={shut}
    />
  );
}

/** Other words for a synthesis that is there. Whoever was slower sees both, and decides. */
export function EditForm({
  synthesis,
  shut,
}: {
  synthesis: SynthesisValue;
  shut: (done: boolean) => void;
}) {
  const version = useSignal(synthesis.version);
  const sources = synthesis.sources.map(({ sort, id, why, part }) => ({
    sort,
    id,
    why,
    ...(part ? { part } : {}),
  }));
  return (
    <WordsForm
      text={synthesis.text ?? ""}
      save={async (text) => {
        const heading = synthesis.heading ? { heading: synthesis.heading } : {};
        const code = await answered("edit_synthesis", {
          synthesis: synthesis.id,
          version: version.value,
          fields: { text, sources, ...heading },
        });
        if (code !== "stale_line") return code;
        version.value = key(`synthesis/${synthesis.id}`)?.version ?? version.value;
        return "newer";
      }}
      shut={shut}
    />
  );
}

function WordsForm({
  text,
  save,
  shut,
}: {
  text: string;
  save: (text: string) => Promise<string | undefined>;
  shut: (done: boolean) => void;
}) {
  const written = useSignal(text);
  const refused = useSignal<string | undefined>(undefined);
  const word = refused.value === "newer" ? "synthesis.newer" : `code.${refused.value}`;
  return (
    <form
      class="synthesis-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save(written.value).then((code) => {
          refused.value = code;
          if (code === undefined) shut(true);
        });
      }}
    >
      <textarea
        class="field"
        rows={5}
        dir="auto"
        maxLength={MAX_CHARS}
        aria-label={t("synthesis.text")}
        value={written.value}
        onInput={(event) => {
          written.value = event.currentTarget.value;
        }}
      />
      {refused.value && (
        <p class="banner danger small" role="alert">
          {t(has(word) ? word : "code.unknown")}
        </p>
      )}
      <div class="side-tools">
        <button type="submit" class="button main" disabled={!written.value.trim()}>
          {t("synthesis.save")}
        </button>
        <button type="button" class="button" onClick={() => shut(false)}>
          {t("synthesis.cancel")}
        </button>
      </div>
    </form>
  );
}
