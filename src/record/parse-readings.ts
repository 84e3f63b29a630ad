import { RecordError } from "../errors.ts";
import { type RawReadings, readingsSchema } from "./reading-schema.ts";
import type { ReadingTable } from "./reading.ts";
import { readYaml, type YamlFile } from "./read-yaml.ts";

/** The words in braces that a test may name. */
const SLOTS: readonly string[] = ["organisation", "largest", "recent", "last"];

function unknownSlot(value: unknown): string | null {
  const found = JSON.stringify(value).matchAll(/\{([a-z_]+)\}/gu);
  return [...found].map((match) => match[1]!).find((name) => !SLOTS.includes(name)) ?? null;
}

/**
 * Reads `data/readings.yaml`.
 *
 * @throws RecordError with file and line of the first fault.
 */
export function parseReadings(
  file: string,
  text: string,
  organisations: ReadonlySet<string>,
): ReadingTable {
  const yaml: YamlFile<RawReadings> = readYaml(file, text, readingsSchema);
  const fail = (path: readonly (string | number)[], message: string, hint: string): never => {
    throw new RecordError(message, { where: `${file}:${yaml.line(...path)}`, hint });
  };
  const { readings, implications } = yaml.value;
  for (const [index, id] of yaml.value.organisations.entries()) {
    if (organisations.has(id)) continue;
    const mend = "Use the name of a file in data/organisations.";
    fail(["organisations", index], `"${id}" is not an organisation of the record.`, mend);
  }
  for (const [list, items] of Object.entries({ readings, implications })) {
    const ids = items.map(({ id }) => id);
    const twice = ids.findIndex((id, index) => ids.indexOf(id) < index);
    if (twice >= 0) fail([list, twice, "id"], `"${ids[twice]}" is used twice.`, "Rename one.");
  }
  const known = new Set(readings.map(({ id }) => id));
  for (const [index, { id, expects, test, requires }] of implications.entries()) {
    const at = ["implications", index];
    const names = Object.keys(expects);
    const stranger = names.find((name) => !known.has(name));
    if (stranger !== undefined) {
      const mend = `Readings: ${[...known].join(", ")}.`;
      fail([...at, "expects", stranger], `"${stranger}" is not a reading.`, mend);
    }
    if (names.length === 0) {
      const mend = "Say of one reading at least whether it expects it.";
      fail([...at, "expects"], `No reading expects "${id}" or its opposite.`, mend);
    }
    if ((test === null) === (requires === null)) {
      const mend = "Give a test, or in requires the record that would decide it.";
      fail(at, `"${id}" needs either a test or "requires".`, mend);
    }
    const slot = unknownSlot(test);
    if (slot !== null) {
      const mend = `Known: ${SLOTS.map((name) => `{${name}}`).join(", ")}.`;
      fail([...at, "test"], `"{${slot}}" stands for nothing.`, mend);
    }
  }
  return yaml.value;
}
