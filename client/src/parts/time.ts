/* Times as people read them: 24 hours, in the meeting's own zone whatever the phone's is. */
import { key } from "../state";

/** 09:05 in the meeting's zone. */
export function clockTime(ms: number): string {
  const zone = key("meeting")?.zone;
  const options: Intl.DateTimeFormatOptions = {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  };
  try {
    return new Intl.DateTimeFormat("es", zone ? { ...options, timeZone: zone } : options).format(
      ms,
    );
  } catch {
    return new Intl.DateTimeFormat("es", options).format(ms);
  }
}

/** 2:41 of milliseconds left, 1:02:41 beyond an hour; never below zero. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
