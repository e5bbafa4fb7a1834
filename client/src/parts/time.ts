/* Times as people read them: 24 hours, in the meeting's own zone whatever the phone's is. */
import { lang } from "../i18n";
import { key } from "../state";

/** Intl with the meeting's zone, or the phone's where it does not know that one. */
function written(ms: number, options: Intl.DateTimeFormatOptions): string {
  const zone = key("meeting")?.zone;
  try {
    return new Intl.DateTimeFormat(
      lang.value,
      zone ? { ...options, timeZone: zone } : options,
    ).format(ms);
  } catch {
    return new Intl.DateTimeFormat(lang.value, options).format(ms);
  }
}

/** 09:05 in the meeting's zone. */
export function clockTime(ms: number): string {
  return written(ms, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** "jueves, 25 de septiembre", in the meeting's zone. */
export function dayName(ms: number): string {
  return written(ms, { weekday: "long", day: "numeric", month: "long" });
}

/** 2:41 of milliseconds left, 1:02:41 beyond an hour; never below zero. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
