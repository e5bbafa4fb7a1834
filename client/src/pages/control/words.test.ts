import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import "../../i18n/common";
import "./words";
import { registered } from "../../i18n";
import { editOf, kindNames } from "./kinds";

const SOURCES = ["src/pages/control", "src/activities/editing"];
const LITERAL = /"((?:control|edit)\.[a-z_]+(?:\.[a-z_]+)*)"/g;

function said(): string[] {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );
  return files.flatMap((text) => [...text.matchAll(LITERAL)].map((match) => match[1] as string));
}

/** Given on phones and on the report page, which explain their refusals themselves. */
const ELSEWHERE = [
  ...["add_line", "edit_line", "move_line", "withdraw_line", "restore_line"],
  ...["join_line", "answer_line", "follow_earlier", "set_regime", "consent_entry"],
  ...["add_entry", "edit_entry", "withdraw_entry", "object_to_entry", "show_interest"],
  ...["add_practice", "edit_practice", "name_practice", "withdraw_practice"],
  ...["add_synthesis", "edit_synthesis", "withdraw_synthesis", "comment_entry", "resolve_comment"],
];

describe("texts of the control page", () => {
  it("are all in the catalogue", () => {
    const known = registered();
    const missing = said().filter((name) => !known.has(name) && !known.has(`${name}.other`));
    expect([...new Set(missing)]).toEqual([]);
  });

  it("are there for every command that may be refused", () => {
    const commands = readFileSync("src/wire.ts", "utf8").matchAll(/name\?: "([a-z_]+)";/g);
    const voters = new Set(["cast_ballot", "choose_table", "validate_table", ...ELSEWHERE]);
    const missing = [...commands]
      .map((match) => match[1] as string)
      .filter((name) => !voters.has(name) && !registered().has(`control.does.${name}`));
    expect(missing).toEqual([]);
  });

  it("name every kind and ready question", () => {
    const names = kindNames().flatMap((kind) => {
      const edit = editOf(kind);
      return [edit?.name ?? "", ...(edit?.ready.map((ready) => ready.name) ?? [])];
    });
    expect(names.filter((name) => !registered().has(name))).toEqual([]);
    expect(kindNames()).toEqual(["poll", "prioritise", "notes", "collect", "rate", "exchange"]);
  });
});
