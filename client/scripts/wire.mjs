/*
 * Turns the JSON Schema of the live protocol (file WIRE_SCHEMA) into TypeScript (file WIRE_TYPES).
 * Called by `python -m server.live.schema`, which makes the schema.
 */
import { readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const schema = JSON.parse(await readFile(process.env.WIRE_SCHEMA, "utf8"));
const types = await compile(schema, "Wire", {
  additionalProperties: false,
  unknownAny: true,
  unreachableDefinitions: true,
  format: true,
  style: { printWidth: 110 },
  bannerComment:
    "// Made from the server's schema by `python -m server.live.schema --write`: do not edit.",
});
// The library notes where each definition came from, twice a type: of no use to a reader.
const plain = types.replace(
  /\/\*\*\n \* This interface was referenced by `Wire`'s JSON-Schema\n \*[^/]*\*\/\n/g,
  "\n",
);
await writeFile(process.env.WIRE_TYPES, plain.replace(/export interface Wire \{\s*\}\n/, ""));
