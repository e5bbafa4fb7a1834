import { otherLang, pick } from "../i18n";
import type { Text } from "../wire";

/** The question as people read it, with its note. */
export function Question({ setup }: { setup: Record<string, unknown> }) {
  const question = setup.question as Text;
  const note = setup.note as Text | undefined;
  return (
    <>
      <h2 tabIndex={-1} lang={otherLang(question)} dir="auto" data-heading>
        {pick(question)}
      </h2>
      {note && (
        <p class="muted" lang={otherLang(note)} dir="auto">
          {pick(note)}
        </p>
      )}
    </>
  );
}
