/* Adding an activity in three fields, live, from a list of ready questions; changing one that is there. */
import { useState } from "preact/hooks";
import { ChoiceField, Field, NumberField, TextField } from "../../activities/editing/fields";
import { pick, t } from "../../i18n";
import { freshSlug } from "../../ids";
import { key } from "../../state";
import type { PlanActivity, Secrecy, Voters } from "../../wire";
import { act } from "./act";
import {
  type ActivityDraft,
  addArgs,
  editArgs,
  faultsOf,
  fromPlan,
  fromReady,
  nextPlace,
} from "./activityDraft";
import { FormFrame } from "./FormFrame";
import { editOf, kindNames } from "./kinds";
import { chosen, editing, planActivity, plans, sessionLine, sessionOf } from "./look";
import { FollowsField, ListField, SessionField } from "./NextRound";
import { nextRoundOf } from "./nextRound";

const VOTERS: Voters[] = ["delegates", "heads", "delegates_and_observers"];
const SECRECY: Secrecy[] = ["secret", "by_delegation", "open"];

export function NewActivity({
  session: planned,
  follows,
}: {
  session: string;
  /** Begin with a copy of this one, as its next round. */
  follows?: string | undefined;
}) {
  const [choice, setChoice] = useState(follows ? `copy/${follows}` : "");
  const [draft, setDraft] = useState<ActivityDraft | null>(() => nextRound(follows));
  const [session, setSession] = useState(planned);
  const plan = plans.value.get(session);
  const live = plan?.phase === "running" && !votesOpen(session);
  const choose = (value: string) => {
    setChoice(value);
    setDraft(readyDraft(value) ?? null);
  };
  const add = async (open: boolean) => {
    if (!draft) return;
    const id = freshSlug("a-");
    if (!(await act("add_activity", addArgs(draft, session, id, nextPlace(plan))))) return;
    chosen.value = open ? null : { activity: id };
    editing.value = null;
    if (open) await act("open_activity", { activity: id });
  };
  return (
    <FormFrame
      title={t(follows ? "control.next_round" : "control.activity.new")}
      about={t("control.activity.new.where", { title: pick(sessionLine(session)?.title) })}
      faults={draft ? faultsOf(draft) : []}
      actions={[
        { label: t("control.activity.add"), ready: draft !== null, run: () => add(false) },
        ...(live
          ? [{ label: t("control.activity.add_open"), ready: draft !== null, run: () => add(true) }]
          : []),
      ]}
    >
      {follows ? (
        <SessionField session={session} onSession={setSession} />
      ) : (
        <ReadyList choice={choice} onChoice={choose} />
      )}
      {draft && <DraftFields draft={draft} onDraft={setDraft} all />}
    </FormFrame>
  );
}

export function EditActivity({ activity }: { activity: string }) {
  const now = planActivity(activity);
  // What it looked like when the form was opened: only what this form changed is sent, so that two people who change
  // different fields both have their way.
  const [before] = useState<PlanActivity | undefined>(now);
  const [draft, setDraft] = useState<ActivityDraft | undefined>(() => before && fromPlan(before));
  if (!now || !before || !draft) return <p class="muted">{t("control.activity.gone")}</p>;
  const isDraft = now.phase === "draft";
  const save = async () => {
    const args = editArgs(draft, before);
    if (args === null || (await act("edit_activity", args))) editing.value = null;
  };
  return (
    <FormFrame
      title={t("control.activity.edit")}
      about={isDraft ? "" : t("control.activity.edit.begun")}
      faults={faultsOf(draft)}
      actions={[{ label: t("control.save"), ready: true, run: save }]}
    >
      <DraftFields draft={draft} onDraft={setDraft} all={isDraft} titleFirst />
    </FormFrame>
  );
}

function ReadyList({ choice, onChoice }: { choice: string; onChoice: (value: string) => void }) {
  const copies = [...plans.value.values()]
    .flatMap((plan) => plan.activities)
    .filter((line) => editOf(line.kind));
  return (
    <Field label={t("control.ready")}>
      <select
        class="field"
        value={choice}
        onChange={(event) => onChoice(event.currentTarget.value)}
      >
        <option value="">{t("control.ready.choose")}</option>
        {kindNames().map((kind) => (
          <optgroup key={kind} label={t(editOf(kind)?.name ?? kind)}>
            {editOf(kind)?.ready.map((ready) => (
              <option key={ready.id} value={`ready/${kind}/${ready.id}`}>
                {t(ready.name)}
              </option>
            ))}
          </optgroup>
        ))}
        <optgroup label={t("control.ready.copy")}>
          {copies.map((line) => (
            <option key={line.id} value={`copy/${line.id}`}>
              {line.code} · {pick(line.title)}
            </option>
          ))}
        </optgroup>
      </select>
    </Field>
  );
}

function nextRound(follows: string | undefined): ActivityDraft | null {
  const before = follows === undefined ? undefined : planActivity(follows);
  return (before && nextRoundOf(before)) ?? null;
}

function readyDraft(choice: string): ActivityDraft | undefined {
  const [sort, first = "", second = ""] = choice.split("/");
  if (sort === "copy") {
    const from = planActivity(first);
    const copy = from && fromPlan(from);
    return copy && { ...copy, secrecy: null, follows: null };
  }
  const ready = editOf(first)?.ready.find((item) => item.id === second);
  return ready && fromReady(first, ready);
}

interface DraftFieldsProps {
  draft: ActivityDraft;
  onDraft: (draft: ActivityDraft) => void;
  /** Everything, or only what may still change once a round was opened. */
  all: boolean;
  titleFirst?: boolean;
}

function DraftFields({ draft, onDraft, all, titleFirst = false }: DraftFieldsProps) {
  const edit = editOf(draft.kind);
  const set = (change: Partial<ActivityDraft>) => onDraft({ ...draft, ...change });
  const title = (
    <TextField
      label={t("control.title")}
      hint={t("control.title.hint")}
      value={draft.title}
      maxLength={200}
      onValue={(text) => set({ title: text })}
    />
  );
  const minutes = (
    <NumberField
      label={t("control.minutes")}
      hint={t("control.minutes.hint")}
      value={draft.minutes}
      low={1}
      high={600}
      onValue={(value) => set({ minutes: value })}
    />
  );
  if (!all) return <>{[title, minutes]}</>;
  return (
    <>
      {titleFirst && title}
      <TextField
        label={t("control.question")}
        value={draft.question}
        rows={2}
        onValue={(question) => set({ question })}
      />
      {draft.follows !== null && !titleFirst && <FollowsField draft={draft} onDraft={onDraft} />}
      <ListField draft={draft} onDraft={onDraft} />
      {edit && <edit.Main form={draft.form} onForm={(form) => set({ form })} />}
      <details class="more">
        <summary>{t("control.more")}</summary>
        {edit?.More && <edit.More form={draft.form} onForm={(form) => set({ form })} />}
        <div class="form-pair">
          {minutes}
          <VotersField draft={draft} onDraft={onDraft} />
        </div>
        <SecrecyField draft={draft} onDraft={onDraft} />
        {edit?.votes && <UnitField draft={draft} onDraft={onDraft} />}
        {edit?.votes && <BreakdownField draft={draft} onDraft={onDraft} />}
        {draft.follows === null && !titleFirst && <FollowsField draft={draft} onDraft={onDraft} />}
        <TextField
          label={t("control.note")}
          value={draft.note}
          rows={2}
          onValue={(note) => set({ note })}
        />
        {!titleFirst && title}
      </details>
    </>
  );
}

type Part = Pick<DraftFieldsProps, "draft" | "onDraft">;

function VotersField({ draft, onDraft }: Part) {
  return (
    <ChoiceField
      label={t("control.voters")}
      value={draft.voters}
      choices={VOTERS.map((value) => ({ value, label: t(`control.voters.${value}`) }))}
      onValue={(voters) => onDraft({ ...draft, voters: voters as Voters })}
    />
  );
}

function SecrecyField({ draft, onDraft }: Part) {
  const asRegime = { value: "", label: t("control.secrecy.regime") };
  return (
    <ChoiceField
      label={t("control.secrecy")}
      value={draft.secrecy ?? ""}
      choices={[
        asRegime,
        ...SECRECY.map((value) => ({ value, label: t(`control.secrecy.${value}`) })),
      ]}
      onValue={(secrecy) => onDraft({ ...draft, secrecy: (secrecy || null) as Secrecy | null })}
    />
  );
}

function UnitField({ draft, onDraft }: Part) {
  return (
    <ChoiceField
      label={t("control.unit")}
      hint={t("control.unit.hint")}
      value={draft.shared ? "delegation" : "seat"}
      choices={["seat", "delegation"].map((value) => ({
        value,
        label: t(`control.unit.${value}`),
      }))}
      onValue={(value) => onDraft({ ...draft, shared: value === "delegation" })}
    />
  );
}

function BreakdownField({ draft, onDraft }: Part) {
  return (
    <ChoiceField
      label={t("control.breakdown")}
      hint={t("control.breakdown.hint")}
      value={draft.breakdown ? "mechanism" : ""}
      choices={[
        { value: "", label: t("control.breakdown.none") },
        { value: "mechanism", label: t("control.breakdown.mechanism") },
      ]}
      onValue={(value) => onDraft({ ...draft, breakdown: value !== "" })}
    />
  );
}

/** Two votes at once are refused; notes may stay open beside one. */
export function votesOpen(session: string): boolean {
  const open = key("now")?.activity;
  if (!open || key("now")?.phase !== "open") return false;
  return sessionOf(open) === session && !key(`activity/${open}`)?.pads;
}
