import { t } from "../i18n";

const MOST = 140;
const COUNT_FROM = 100;

interface TextAreaProps {
  id: string;
  value: string;
  onValue: (typed: string) => void;
  onEnter: () => void;
}

/** One short text; it grows, and counts once there is little room left. */
export function TextArea({ id, value, onValue, onEnter }: TextAreaProps) {
  const length = [...value].length;
  return (
    <>
      <textarea
        id={id}
        class="field entry-text"
        rows={2}
        maxLength={MOST}
        enterkeyhint="send"
        dir="auto"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value.replace(/\n/g, " "))}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
      />
      {length >= COUNT_FROM && (
        <p class="small muted entry-count" aria-live="polite">
          {t("entries.count", { n: length, of: MOST })}
        </p>
      )}
    </>
  );
}
