import { command } from "../connection";

/** The code of a refusal; undefined where the command was recorded. */
export async function answered(name: string, args: object): Promise<string | undefined> {
  const reply = await command(name, args);
  return reply.verdict === "recorded" ? undefined : (reply.code ?? "unknown");
}
