/* Adding a session, changing one. */
import { useState } from "preact/hooks";
import { ChoiceField, Field, NumberField, TextField } from "../../activities/editing/fields";
import { pick, t } from "../../i18n";
import { freshSlug } from "../../ids";
import { clockTime } from "../../parts/time";
import { key } from "../../state";
import type { Format, Regime, SessionLine } from "../../wire";
import { act } from "./act";
import { FormFrame } from "./FormFrame";
import { chosen, editing, sessionLine } from "./look";
import {
  addSessionArgs,
  blankSession,
  editSessionArgs,
  FORMATS,
  fromLine,
  REGIMES,
  rotationArgs,
  type SessionDraft,
  sessionFaults,
} from "./sessionDraft";

const MINUTE = 60_000;

export function NewSession({ after }: { after: string | null }) {
  const sessions = key("programme")?.sessions ?? [];
  const place = after ? sessions.findIndex((line) => line.id === after) + 1 : sessions.length;
  const before = sessions[place - 1];
  const [draft, setDraft] = useState(() =>
    blankSession(before ? clockTime(before.starts_at + before.minutes * MINUTE) : "09:00"),
  );
  const add = async () => {
    const id = freshSlug("s-");
    if (!(await act("add_session", addSessionArgs(draft, id, place)))) return;
    const rotation = rotationArgs(draft, id);
    if (rotation) await act("edit_session", rotation);
    chosen.value = { session: id };
    editing.value = null;
  };
  return (
    <FormFrame
      title={t("control.session.new")}
      about={before ? t("control.session.new.where", { title: pick(before.title) }) : ""}
      faults={sessionFaults(draft)}
      actions={[{ label: t("control.session.add"), ready: true, run: add }]}
    >
      <SessionFields draft={draft} onDraft={setDraft} />
    </FormFrame>
  );
}

export function EditSession({ session }: { session: string }) {
  const [before] = useState<SessionLine | undefined>(() => sessionLine(session));
  const start = before ? clockTime(before.starts_at) : "";
  const [draft, setDraft] = useState<SessionDraft | undefined>(
    () => before && fromLine(before, start),
  );
  if (!before || !draft) return <p class="muted">{t("control.session.gone")}</p>;
  const save = async () => {
    const args = editSessionArgs(draft, before, start);
    if (args === null || (await act("edit_session", args))) editing.value = null;
  };
  return (
    <FormFrame
      title={t("control.session.edit")}
      about={before.started_at === null ? "" : t("control.session.edit.begun")}
      faults={sessionFaults(draft)}
      actions={[{ label: t("control.save"), ready: true, run: save }]}
    >
      <SessionFields draft={draft} onDraft={setDraft} before={before} />
    </FormFrame>
  );
}

interface SessionFieldsProps {
  draft: SessionDraft;
  onDraft: (draft: SessionDraft) => void;
  /** A session that is there keeps its format. */
  before?: SessionLine;
}

function SessionFields({ draft, onDraft, before }: SessionFieldsProps) {
  const set = (change: Partial<SessionDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <TextField
        label={t("control.title")}
        value={draft.title}
        maxLength={200}
        onValue={(title) => set({ title })}
      />
      <div class="form-pair">
        <Field label={t("control.start")}>
          <input
            class="field narrow"
            type="text"
            inputMode="numeric"
            placeholder="09:30"
            maxLength={5}
            value={draft.start}
            onInput={(event) => set({ start: event.currentTarget.value.trim() })}
          />
        </Field>
        <NumberField
          label={t("control.length")}
          value={draft.minutes}
          low={1}
          high={720}
          onValue={(minutes) => set({ minutes })}
        />
      </div>
      {!before && (
        <ChoiceField
          label={t("control.format")}
          value={draft.format}
          choices={FORMATS.map((value) => ({ value, label: t(`control.format.${value}`) }))}
          onValue={(format) => set({ format: format as Format })}
        />
      )}
      {draft.format === "tables" && (
        <TableFields draft={draft} onDraft={onDraft} {...(before ? { before } : {})} />
      )}
      {draft.format !== "pause" && (
        <RegimeField draft={draft} onDraft={onDraft} {...(before ? { before } : {})} />
      )}
    </>
  );
}

function TableFields({ draft, onDraft, before }: SessionFieldsProps) {
  const set = (change: Partial<SessionDraft>) => onDraft({ ...draft, ...change });
  const least = before && before.started_at !== null ? before.tables.length : 1;
  return (
    <div class="form-pair">
      <NumberField
        label={t("control.tables")}
        value={draft.tables}
        low={least}
        high={60}
        onValue={(tables) => set({ tables })}
      />
      <NumberField
        label={t("control.rotations")}
        hint={t("control.rotations.hint")}
        value={draft.rotations}
        low={before?.rotations ? 1 : 0}
        high={20}
        onValue={(rotations) => set({ rotations })}
      />
      {(draft.rotations ?? 0) > 0 && (
        <NumberField
          label={t("control.rotation_minutes")}
          value={draft.rotationMinutes}
          low={1}
          high={240}
          onValue={(rotationMinutes) => set({ rotationMinutes })}
        />
      )}
    </div>
  );
}

/** What was said under a promise keeps it: once begun, only stricter regimes are offered. */
function RegimeField({ draft, onDraft, before }: SessionFieldsProps) {
  const begun = before && before.started_at !== null;
  const least = begun ? REGIMES.indexOf(before.regime as Regime) : 0;
  return (
    <ChoiceField
      label={t("control.regime")}
      {...(begun ? { hint: t("control.regime.begun") } : {})}
      value={draft.regime}
      choices={REGIMES.slice(least).map((value) => ({ value, label: t(`regime.${value}`) }))}
      onValue={(regime) => onDraft({ ...draft, regime: regime as Regime })}
    />
  );
}
