/* Something that is entered twice, the second time without sight of the first: where they differ, nothing is sent. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Line } from "../activities/onPaper";
import { t } from "../i18n";
import { locked } from "../pages/control/act";
import { type Difference, differences } from "./differences";

interface Props<T> {
  /** The form of one entry. */
  form: (draft: T | undefined, onDraft: (draft: T) => void) => ComponentChildren;
  ready: (draft: T | undefined) => { ready: boolean; hint: string };
  lines: (draft: T) => Line[];
  /** Sends both; true once that is recorded. */
  onBoth: (first: T, second: T) => Promise<boolean>;
  onLeave: () => void;
  /** Words about the first entry, in the catalogue. */
  about: string;
}

type At = "first" | "second" | "compare";

export function Twice<T>({ form, ready, lines, onBoth, onLeave, about }: Props<T>) {
  const [at, setAt] = useState<At>("first");
  const [first, setFirst] = useState<T | undefined>(undefined);
  const [second, setSecond] = useState<T | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [at]);
  const draft = at === "second" ? second : first;
  const state = ready(draft);
  const rows = first && second ? differences(lines(first), lines(second)) : [];
  const compare = async () => {
    if (!first || !second) return;
    setAt("compare");
    if (differences(lines(first), lines(second)).length > 0) return;
    setBusy(true);
    await onBoth(first, second);
    setBusy(false);
  };
  if (at === "compare") {
    return (
      <section class="paper-entry" aria-busy={busy}>
        <h4 ref={head} tabIndex={-1}>
          {t(rows.length ? "paper.differ" : "paper.same")}
        </h4>
        {rows.length > 0 && <Differences rows={rows} />}
        <div class="actions">
          {rows.length === 0 && (
            <button
              type="button"
              class="button primary"
              disabled={busy || locked.value}
              onClick={() => void compare()}
            >
              {t("paper.send")}
            </button>
          )}
          {(["first", "second"] as const).map((which) => (
            <button key={which} type="button" class="button" onClick={() => setAt(which)}>
              {t(`paper.correct.${which}`)}
            </button>
          ))}
          <button type="button" class="button quiet" onClick={onLeave}>
            {t("control.cancel")}
          </button>
        </div>
      </section>
    );
  }
  return (
    <form
      class="paper-entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (!state.ready) return;
        // Whoever corrects the first has the second still before them.
        if (at === "first" && second === undefined) setAt("second");
        else void compare();
      }}
    >
      <h4 ref={head} tabIndex={-1}>
        {t(`paper.${at}`)}
      </h4>
      <p class="small muted">{t(at === "first" ? about : "paper.second.about")}</p>
      <div key={at} class="paper-form">
        {form(draft, at === "second" ? setSecond : setFirst)}
      </div>
      <p class="small muted" aria-live="polite">
        {state.hint}
      </p>
      <div class="actions">
        <button type="submit" class="button primary" disabled={!state.ready || locked.value}>
          {t(at === "first" && second === undefined ? "paper.go_on" : "paper.compare")}
        </button>
        <button type="button" class="button quiet" onClick={onLeave}>
          {t("control.cancel")}
        </button>
      </div>
    </form>
  );
}

function Differences({ rows }: { rows: readonly Difference[] }) {
  const said = (words: string | undefined) => words ?? t("paper.nothing");
  return (
    <table class="paper-differences">
      <thead>
        <tr>
          <th scope="col">{t("paper.option")}</th>
          <th scope="col">{t("paper.first")}</th>
          <th scope="col">{t("paper.second")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.about}>
            <th scope="row">{row.about || t("paper.answer")}</th>
            <td>{said(row.first)}</td>
            <td>{said(row.second)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
