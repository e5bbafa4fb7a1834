/* When something happened, as people read it over two days: the day too, where it was not today. */
import { serverNow } from "../../clock";
import { lang, register, t } from "../../i18n";
import { clockTime } from "../../parts/time";
import { key } from "../../state";

register({
  "report.when": { es: "{time} del {day}", en: "{time} on {day}", pt: "{time} de {day}" },
});

/** 17:40 today, "17:40 del 24 sept" on another day; in the meeting's zone. */
export function when(ms: number): string {
  const day = dayOf(ms);
  const time = clockTime(ms);
  return day === dayOf(serverNow()) ? time : t("report.when", { time, day });
}

function dayOf(ms: number): string {
  const timeZone = key("meeting")?.zone;
  const options = { day: "numeric", month: "short" } as const;
  try {
    return new Intl.DateTimeFormat(lang.value, { ...options, timeZone }).format(ms);
  } catch {
    return new Intl.DateTimeFormat(lang.value, options).format(ms);
  }
}
