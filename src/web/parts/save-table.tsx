import type { Column, Row } from "../../answer/answer.ts";
import { renderCsv } from "../../report/render-csv.ts";
import { fileName, saveFile } from "./save-file.ts";

/** A table that is no answer of its own, as a file. */
export function SaveTable({
  name,
  columns,
  rows,
}: {
  /** Short name of the file. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}) {
  return (
    <div class="downloads" role="group" aria-label={`Download: ${name}`}>
      <button
        type="button"
        data-form="csv"
        onClick={() =>
          saveFile(
            fileName(name, "csv"),
            renderCsv({ columns, rows }),
            "text/csv;charset=utf-8",
          )
        }
      >
        CSV <span class="soft">{rows.length} rows</span>
      </button>
    </div>
  );
}
