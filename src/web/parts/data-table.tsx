import { useMemo, useRef, useState } from "preact/hooks";
import type { Column, Row } from "../../answer/answer.ts";
import { isNumeric } from "../../report/show-cell.ts";
import { useCatalogue, useNames } from "../laboratory/use-catalogue.ts";
import { useMark } from "../place/use-mark.ts";
import { columnKind, type ShownColumn } from "./column-kind.ts";
import { filterRows, readOrder, sortRows, writeOrder } from "./sort-rows.ts";
import { namesCases } from "./link-of.ts";
import { TableRow } from "./table-row.tsx";

/** From this many rows on only those in view are drawn, all of one height. */
const LONG = 120;
const ROW_HEIGHT = 30;
const VIEW_HEIGHT = 540;
/** Rows drawn above and below what is in view. */
const SPARE = 12;
/** From this many rows on a table can be filtered. */
const FILTERED = 12;

/** What a table shows. */
export interface DataTableProps {
  /** Short name within the page, which keeps order and filter in the address. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A column without a cell says nothing; its name still stands in the files. */
function shownColumns(
  columns: readonly Column[],
  rows: readonly Row[],
): readonly ShownColumn[] {
  return columns
    .filter(({ name }) => rows.some((row) => (row[name] ?? null) !== null && row[name] !== ""))
    .map((column) => ({
      column,
      numeric: isNumeric(column.name, rows),
      kind: columnKind(column.name, rows),
    }));
}

function Heading({
  shown: { column, numeric },
  order,
  onOrder,
}: {
  readonly shown: ShownColumn;
  readonly order: ReturnType<typeof readOrder>;
  readonly onOrder: (order: string | null) => void;
}) {
  const own = order?.column === column.name ? order : null;
  // Numbers are first asked for from the largest, words from the first letter.
  const next =
    own === null
      ? writeOrder({ column: column.name, down: numeric })
      : own.down === numeric
        ? writeOrder({ column: column.name, down: !numeric })
        : null;
  const sorted = own === null ? undefined : own.down ? "descending" : "ascending";
  return (
    <th scope="col" class={numeric ? "number" : undefined} aria-sort={sorted}>
      <button type="button" title={column.note} onClick={() => onOrder(next)}>
        {column.label}
        <span aria-hidden="true" class="arrow">
          {own === null ? "" : own.down ? "▼" : "▲"}
        </span>
      </button>
    </th>
  );
}

/** Names rows by what they hold, so that a row that stays is not drawn again. */
function keysOf(rows: readonly Row[]): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const text = JSON.stringify(Object.values(row));
    const times = seen.get(text) ?? 0;
    seen.set(text, times + 1);
    return `${text} ${times}`;
  });
}

/** The last value that looked the same, so that what depends on it stays. */
function useSame<T>(value: T): T {
  const held = useRef(value);
  if (JSON.stringify(held.current) !== JSON.stringify(value)) held.current = value;
  return held.current;
}

/** The rows behind a figure: sortable, filterable, and quick however long. */
export function DataTable({ id, caption, columns, rows }: DataTableProps) {
  const catalogue = useCatalogue();
  const names = columns.some(({ name }) => namesCases(name)) ? useNames() : null;
  const [orderText, setOrder] = useMark(`${id}.sort`);
  const [filter, setFilter] = useMark(`${id}.find`);
  const [top, setTop] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const shown = useSame(useMemo(() => shownColumns(columns, rows), [columns, rows]));
  const known = useMemo(() => ({ catalogue, names }), [catalogue, names]);
  const order = readOrder(orderText);
  const sorted = useMemo(
    () => sortRows(filterRows(rows, filter ?? ""), order),
    [rows, orderText, filter],
  );
  // A part that is only words says nothing of rows.
  if (columns.length === 0) return null;
  if (rows.length === 0) return <p class="soft">No rows.</p>;
  const long = sorted.length > LONG;
  const from = long ? Math.max(0, Math.floor(top / ROW_HEIGHT) - SPARE) : 0;
  const count = long ? Math.ceil(VIEW_HEIGHT / ROW_HEIGHT) + 2 * SPARE : sorted.length;
  const drawn = sorted.slice(from, from + count);
  const keys = keysOf(drawn);
  const below = long ? Math.max(0, sorted.length - from - drawn.length) * ROW_HEIGHT : 0;
  return (
    <div class="table">
      {rows.length >= FILTERED && (
        <label class="find">
          <span>Find in {rows.length} rows</span>
          <input
            type="search"
            value={filter ?? ""}
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
          <output aria-live="polite">
            {filter ? `${sorted.length} of ${rows.length}` : ""}
          </output>
        </label>
      )}
      <div
        ref={box}
        class={long ? "scroll long" : "scroll"}
        tabIndex={0}
        role="region"
        aria-label={`Table: ${caption}`}
        onScroll={long ? (event) => setTop(event.currentTarget.scrollTop) : undefined}
      >
        <table aria-rowcount={long ? sorted.length + 1 : undefined}>
          <caption>
            <span>{caption}</span>
          </caption>
          <thead>
            <tr>
              {shown.map((one) => (
                <Heading
                  key={one.column.name}
                  shown={one}
                  order={order}
                  onOrder={(next) => setOrder(next)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {from > 0 && <tr aria-hidden="true" style={{ height: `${from * ROW_HEIGHT}px` }} />}
            {drawn.map((row, i) => (
              <TableRow
                key={keys[i]}
                row={row}
                columns={shown}
                known={known}
                place={long ? from + i + 2 : null}
              />
            ))}
            {sorted.length === 0 && (
              <tr>
                <td colSpan={shown.length}>No row holds “{filter}”.</td>
              </tr>
            )}
            {below > 0 && <tr aria-hidden="true" style={{ height: `${below}px` }} />}
          </tbody>
        </table>
      </div>
    </div>
  );
}
