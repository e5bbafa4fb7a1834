/* The fields of a next round: of what, in which session, and on how long a list. */
import { useState } from "preact/hooks";
import { ChoiceField } from "../../activities/editing/fields";
import { pick, t } from "../../i18n";
import { key } from "../../state";
import type { ActivityDraft } from "./activityDraft";
import { planActivity, plans } from "./look";
import { onList, shorterLists } from "./nextRound";

interface Part {
  draft: ActivityDraft;
  onDraft: (draft: ActivityDraft) => void;
}

/** What has been asked before in the same way, so that the two can be laid side by side. */
export function FollowsField({ draft, onDraft }: Part) {
  const before = [...plans.value.values()]
    .flatMap((plan) => plan.activities)
    .filter((line) => line.kind === draft.kind && line.phase !== "draft" && !line.trial);
  if (before.length === 0) return null;
  return (
    <ChoiceField
      label={t("control.follows")}
      hint={t("control.follows.hint")}
      value={draft.follows ?? ""}
      choices={[
        { value: "", label: t("control.follows.none") },
        ...before.map((line) => ({ value: line.id, label: `${line.code} · ${pick(line.title)}` })),
      ]}
      onValue={(follows) => onDraft({ ...draft, follows: follows || null })}
    />
  );
}

/** The whole list, or the first of it. */
export function ListField({ draft, onDraft }: Part) {
  const [asked, setAsked] = useState("");
  const before = draft.follows === null ? undefined : planActivity(draft.follows);
  const lists = shorterLists(before && key(`outcome/${before.id}`));
  const all = (before?.setup.options as unknown[] | undefined)?.length ?? 0;
  if (!before || lists.length === 0) return null;
  const word = (list: (typeof lists)[number]) =>
    list.kept.length === list.asked
      ? t("control.list.first", { count: list.asked })
      : t("control.list.tied", { count: list.asked, kept: list.kept.length });
  return (
    <ChoiceField
      label={t("control.list")}
      hint={t("control.list.hint")}
      value={asked}
      choices={[
        { value: "", label: t("control.list.all", { count: all }) },
        ...lists.map((list) => ({ value: String(list.asked), label: word(list) })),
      ]}
      onValue={(value) => {
        setAsked(value);
        const list = lists.find((one) => String(one.asked) === value);
        onDraft(onList(draft, before, list?.kept ?? null));
      }}
    />
  );
}

interface SessionFieldProps {
  session: string;
  onSession: (session: string) => void;
}

/** A next round is often one of another day. */
export function SessionField({ session, onSession }: SessionFieldProps) {
  const lines = (key("programme")?.sessions ?? []).filter(
    (line) => line.format !== "pause" && line.phase !== "ended" && line.phase !== "skipped",
  );
  if (lines.length < 2) return null;
  return (
    <ChoiceField
      label={t("control.next_round.session")}
      value={session}
      choices={lines.map((line) => ({
        value: line.id,
        label: `${line.code} · ${pick(line.title)}`,
      }))}
      onValue={onSession}
    />
  );
}
