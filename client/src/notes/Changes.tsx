import "./words";
import { diffWords } from "diff";
import { t } from "../i18n";

/** What became of a text since the table stood by it: crossed out and added words, for eyes and for ears.
 *
 * `validated` is undefined for a note that was written afterwards. */
export function Changes({ validated, text }: { validated: string | undefined; text: string }) {
  if (validated === text) return null;
  if (validated === undefined)
    return text.trim() ? <p class="pad-changes small muted">{t("pad.changes.added")}</p> : null;
  return (
    <div class="pad-changes small">
      <p class="muted">{t("pad.changes.changed")}</p>
      <p dir="auto">
        {diffWords(validated, text).map((part, index) => {
          if (part.added) return <ins key={index}>{part.value}</ins>;
          if (part.removed) return <del key={index}>{part.value}</del>;
          return <span key={index}>{part.value}</span>;
        })}
      </p>
    </div>
  );
}

/** What the table stood by and somebody deleted afterwards. */
export function Missing({ texts, there }: { texts: Record<string, string>; there: Set<string> }) {
  const gone = Object.entries(texts).filter(([id, text]) => !there.has(id) && text.trim());
  if (gone.length === 0) return null;
  return (
    <section class="pad-changes small">
      <p class="muted">{t("pad.changes.gone", { n: gone.length })}</p>
      <ul>
        {gone.map(([id, text]) => (
          <li key={id} dir="auto">
            <del>{text}</del>
          </li>
        ))}
      </ul>
    </section>
  );
}
