import { DAY, type EventDate } from "../dates/event-date.ts";
import { parseEventDate } from "../dates/parse-event-date.ts";
import { RecordError } from "../errors.ts";
import type { StateTable } from "../states/state-table.ts";
import type { DataFiles } from "./build-record.ts";
import type { Crisis } from "./crisis.ts";
import type { LeaderSpell } from "./leader-spell.ts";
import { overlayTable } from "./overlay-table.ts";

const CRISES = "data/crises.csv";
const LEADERS = "data/leaders.csv";

/** What a spell of crises.csv or leaders.csv has, `label` being its one own column. */
type Spell = Omit<Crisis, "kind"> & { readonly label: string };

/** Lists of leaders run to thousands of plain days, which need no grammar. */
function plainDay(text: string): EventDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return null;
  const earliest = Date.parse(`${text}T00:00:00Z`);
  const valid = new Date(Number.isNaN(earliest) ? 0 : earliest).toISOString().startsWith(text);
  if (!valid) return null;
  return { text, earliest, latest: earliest + DAY, precision: "day", qualified: false };
}

function dateOf(text: string, column: string, where: string): EventDate {
  const plain = plainDay(text);
  if (plain !== null) return plain;
  try {
    return parseEventDate(text);
  } catch {
    throw new RecordError(`${column} "${text}" is not a date.`, {
      where,
      hint: 'Write EDTF: "2022-01-05", "2010-06" or "2010-06~"; leave an unknown end empty.',
    });
  }
}

function readSpells(
  files: DataFiles,
  path: string,
  label: string,
  states: StateTable,
): readonly Spell[] {
  const columns = ["id", "state", label, "start", "end", "source"];
  const table = overlayTable(files, path, columns);
  const seen = new Set<string>();
  return table.rows.map((row) => {
    const cell = (name: string): string => table.column(row, name).trim();
    const where = table.where(row);
    const [id, state, start, end] = [cell("id"), cell("state"), cell("start"), cell("end")];
    const empty = ["id", label, "source"].find((name) => cell(name) === "");
    if (empty !== undefined) {
      throw new RecordError(`the cell "${empty}" is empty.`, {
        where,
        hint: `Each row has ${columns.join(", ")}; only end may be empty.`,
      });
    }
    if (seen.has(id)) {
      throw new RecordError(`the id "${id}" stands twice.`, {
        where,
        hint: "Give each row its own id.",
      });
    }
    seen.add(id);
    if (!states.has(state)) {
      throw new RecordError(`"${state}" is not the key of a state.`, {
        where,
        hint: `Nearest: ${states.nearest(state).join(", ")}.`,
      });
    }
    const from = dateOf(start, "start", where);
    const to = end === "" ? null : dateOf(end, "end", where);
    if (to !== null && to.latest <= from.earliest) {
      throw new RecordError(`the end ${end} lies before the start ${start}.`, {
        where,
        hint: "Swap them, or mend the one that is wrong.",
      });
    }
    return { id, state, start: from, end: to, source: cell("source"), label: cell(label) };
  });
}

/**
 * The crises of an overlay: `crises.csv` with the columns id, state, start, end, kind and source.
 *
 * @throws RecordError with file and line.
 */
export function readCrises(files: DataFiles, states: StateTable): readonly Crisis[] {
  return readSpells(files, CRISES, "kind", states).map(({ label, ...spell }) => ({
    ...spell,
    kind: label,
  }));
}

/**
 * The leaders of an overlay: `leaders.csv` with the columns id, state, leader, start, end and
 * source.
 *
 * @throws RecordError with file and line.
 */
export function readLeaders(files: DataFiles, states: StateTable): readonly LeaderSpell[] {
  return readSpells(files, LEADERS, "leader", states).map(({ label, ...spell }) => ({
    ...spell,
    leader: label,
  }));
}
