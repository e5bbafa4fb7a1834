import { useSignal } from "@preact/signals";
import { pick, t } from "../i18n";
import type { Heading } from "../wire";
import type { PadSync } from "./sync";

interface Props {
  sync: PadSync;
  headings: Heading[];
  /** Undefined where nothing may be added; false where there was no room. */
  add: ((heading: string, text: string) => boolean) | undefined;
}

/** Texts that the room did not take: to copy, to add again, or to give up. */
export function RescuedTexts({ sync, headings, add }: Props) {
  return (
    <>
      {sync.rescued.value.map(({ heading, text }, index) => {
        const known = headings.find(({ id }) => id === heading);
        return (
          <div key={`${heading}-${text}`} class="banner pad-rescued">
            <p class="small">{t("pad.rescued")}</p>
            {known && <p class="small muted">{pick(known.title)}</p>}
            <p class="pad-text" dir="auto">
              {text}
            </p>
            <div class="pad-choices">
              {add && known && (
                <button
                  type="button"
                  class="button small"
                  onClick={() => {
                    if (add(heading, text)) sync.settle(index);
                  }}
                >
                  {t("pad.rescued.add")}
                </button>
              )}
              <CopyButton text={text} />
              <button type="button" class="button small" onClick={() => sync.settle(index)}>
                {t("pad.rescued.drop")}
              </button>
            </div>
          </div>
        );
      })}
    </>
  );
}

function CopyButton({ text }: { text: string }) {
  const copied = useSignal(false);
  return (
    <button
      type="button"
      class="button small"
      onClick={async () => {
        copied.value = await copy(text);
      }}
    >
      {t(copied.value ? "pad.rescued.copied" : "pad.rescued.copy")}
    </button>
  );
}

/** On plain http there is no clipboard to write to: then by way of a text area. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
