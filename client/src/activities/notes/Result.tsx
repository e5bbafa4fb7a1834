import { register, t } from "../../i18n";
import type { ResultProps } from "../kind";

register({
  "notes.recorded": {
    es: "Las notas de las mesas quedaron registradas.",
    en: "The notes of the tables have been recorded.",
    pt: "As notas das mesas ficaram registradas.",
  },
});

/** Notes are not counted: what was written is in the report. */
export function NotesResult(_: ResultProps) {
  return <p>{t("notes.recorded")}</p>;
}
