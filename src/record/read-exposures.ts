import { RecordError } from "../errors.ts";
import { parseCsv } from "../states/csv.ts";
import type { StateKey } from "../states/state.ts";
import type { StateTable } from "../states/state-table.ts";
import type { DataFiles } from "./build-record.ts";
import type { ExposureKind, ExposureTable } from "./exposure.ts";

/** The tables of exposures that ship, each of one kind and source. */
const FILES: Readonly<
  Record<string, { readonly kind: ExposureKind; readonly source: string }>
> = {
  "data/dependence/trade.csv": { kind: "trade", source: "armstat-trade" },
  "data/dependence/remittances.csv": { kind: "remittances", source: "cba-transfers" },
  "data/dependence/us-troops.csv": { kind: "troops", source: "us-troops" },
  "data/dependence/bases.csv": { kind: "bases", source: "wikipedia-bases" },
};

const HEADER = "state,year,partner,amount";

/**
 * Reads the tables of exposures: state, year, partner (empty for others), amount.
 *
 * @throws RecordError with file and line.
 */
export function readExposures(files: DataFiles, states: StateTable): readonly ExposureTable[] {
  return Object.entries(FILES).flatMap(([path, { kind, source }]) => {
    const { header, rows } = parseCsv(files.get(path) ?? `${HEADER}\n`, path);
    if (header.join(",") !== HEADER) {
      throw new RecordError(`the header is "${header.join(",")}".`, {
        where: `${path}:1`,
        hint: `It is ${HEADER}; scripts/import-exposures.mjs writes the table.`,
      });
    }
    const byState = new Map<StateKey, [number, StateKey | "", number][]>();
    for (const { line, fields } of rows) {
      const [state = "", year = "", partner = "", amount = ""] = fields;
      const sound =
        states.has(state) &&
        (partner === "" || states.has(partner)) &&
        /^\d{4}$/u.test(year) &&
        /^\d+(?:\.\d+)?$/u.test(amount);
      if (!sound) {
        throw new RecordError(`"${fields.join(",")}" is not an exposure.`, {
          where: `${path}:${line}`,
          hint: "Each row has a state, a year, a partner's key or nothing, and an amount.",
        });
      }
      const key = state;
      const list = byState.get(key) ?? [];
      list.push([Number(year), partner, Number(amount)]);
      byState.set(key, list);
    }
    return [...byState].map(([state, list]) => ({ kind, state, source, rows: list }));
  });
}
