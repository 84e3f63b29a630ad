import { Component } from "preact";
import type { Cell, Row } from "../../answer/answer.ts";
import { showCell } from "../../report/show-cell.ts";
import { hrefOf } from "../place/base.ts";
import type { ShownColumn } from "./column-kind.ts";
import { type Known, linkOf } from "./link-of.ts";

const VOTES = /^(?:yes|no|abstain|absent|unknown)$/u;

function CellText({
  shown: { column },
  cell,
  known,
}: {
  readonly shown: ShownColumn;
  readonly cell: Cell | undefined;
  readonly known: Known;
}) {
  const text = showCell(cell, column);
  const link = linkOf(column.name, cell, known);
  if (link !== null) return <a href={hrefOf(link)}>{text}</a>;
  if (/^https?:\/\/\S+$/u.test(text)) {
    return (
      <a href={text} rel="noreferrer nofollow" target="_blank">
        {text.replace(/^https?:\/\/(?:www\.)?/u, "")}
      </a>
    );
  }
  if (typeof cell === "string" && VOTES.test(cell))
    return <span class={`vote ${cell}`}>{text}</span>;
  return <>{text}</>;
}

interface TableRowProps {
  readonly row: Row;
  readonly columns: readonly ShownColumn[];
  readonly known: Known;
  readonly place: number | null;
}

function RowCells({ row, columns, known, place }: TableRowProps) {
  return (
    <tr aria-rowindex={place ?? undefined}>
      {columns.map((shown) => {
        const name = shown.column.name;
        const cell = row[name];
        const kind = shown.numeric ? "number" : shown.kind;
        return (
          <td
            key={name}
            class={kind === "" ? undefined : kind}
            title={
              place !== null && typeof cell === "string" && cell.length > 40 ? cell : undefined
            }
          >
            <CellText shown={shown} cell={cell} known={known} />
          </td>
        );
      })}
    </tr>
  );
}

/**
 * One row of a table, named by what it holds (its key); `place` is its number in a table of which
 * only a part is drawn.
 */
export class TableRow extends Component<TableRowProps> {
  override shouldComponentUpdate(next: Readonly<TableRowProps>): boolean {
    const { columns, known, place } = this.props;
    return next.columns !== columns || next.known !== known || next.place !== place;
  }

  override render({ row, columns, known, place }: TableRowProps) {
    return <RowCells row={row} columns={columns} known={known} place={place} />;
  }
}
