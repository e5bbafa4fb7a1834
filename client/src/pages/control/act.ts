/* Giving commands, and keeping what was refused until somebody has read it. */
import { computed, signal } from "@preact/signals";
import { command, status } from "../../connection";
import { key } from "../../state";

export interface Refusal {
  name: string;
  args: object;
  code: string;
}

/** The last command that was refused. */
export const refusal = signal<Refusal | null>(null);

/** Commands that wait for their answer, by name. */
export const waiting = signal<ReadonlySet<string>>(new Set());

/** True once recorded. A refusal is kept for the page to explain. */
export async function act(name: string, args: object = {}): Promise<boolean> {
  waiting.value = new Set([...waiting.value, name]);
  const reply = await command(name, args);
  waiting.value = new Set([...waiting.value].filter((other) => other !== name));
  const recorded = reply.verdict === "recorded";
  refusal.value = recorded ? null : { name, args, code: reply.code ?? "unknown" };
  return recorded;
}

/** Whether nothing can be done for now: no connection, or the meeting is closed. */
export const locked = computed(
  () => status.value !== "online" || key("meeting")?.closed_at != null,
);
