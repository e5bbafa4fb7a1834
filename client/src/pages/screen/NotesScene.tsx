import { otherLang, pick, t } from "../../i18n";
import { key } from "../../state";
import type { ActivityValue, EntryValue, Heading } from "../../wire";
import { firstLines, shorten } from "./fit";

const SENSITIVE = "sensitive";
const CHARS = 110;

interface Props {
  activity: ActivityValue;
  table: string | null;
}

/** Notes being read: the recorded entries of a table where this pass may see them, else what the tables write about. */
export function NotesScene({ activity, table }: Props) {
  const recorded = key(`entries/${activity.id}`);
  const headings = (activity.setup.headings as Heading[] | undefined) ?? [];
  const entries = recorded ? forTheRoom(recorded.tables, table, headings) : [];
  const { shown, following } = firstLines(entries);
  return (
    <>
      <p class="stage-kicker">{table ? tableName(activity.session, table) : t("screen.notes")}</p>
      <h1 class="stage-question" style={{ "--scale": 0.6 }} lang={otherLang(activity.title)}>
        {pick(activity.title)}
      </h1>
      {shown.length > 0 ? (
        <ul class="stage-notes">
          {shown.map((entry) => (
            <li key={entry.id}>
              <span class="stage-heading">
                {pick(headings.find(({ id }) => id === entry.heading)?.title)}
              </span>
              <span dir="auto">{shorten(entry.text, CHARS)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <ul class="stage-headings">
          {firstLines(headings).shown.map((heading) => (
            <li key={heading.id}>{pick(heading.title)}</li>
          ))}
        </ul>
      )}
      {following > 0 && <p class="muted">{t("screen.notes.following", { n: following })}</p>}
    </>
  );
}

/** Entries by heading, without those that must not be published. */
export function forTheRoom(
  tables: Record<string, EntryValue[]>,
  table: string | null,
  headings: readonly Pick<Heading, "id">[],
): EntryValue[] {
  const here = table ? (tables[table] ?? []) : Object.values(tables).flat();
  const open = here.filter((entry) => !entry.flags.includes(SENSITIVE));
  return headings.flatMap(({ id }) => open.filter((entry) => entry.heading === id));
}

export function tableName(session: string, table: string): string {
  const line = key("programme")?.sessions.find(({ id }) => id === session);
  const number = (line?.tables.indexOf(table) ?? -1) + 1;
  return line && line.format === "tables" && number > 0
    ? t("table.name", { number })
    : t("table.plenary");
}
