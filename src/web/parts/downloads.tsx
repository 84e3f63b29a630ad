import { useState } from "preact/hooks";
import type { Answer } from "../../answer/answer.ts";
import { EXTENSIONS, type Extension } from "../../answer/address.ts";
import { citation } from "../../report/citation.ts";
import { siteBase } from "../place/base.ts";
import { useMark } from "../place/use-mark.ts";
import { loadDrawer } from "./load-drawer.ts";
import { pngOfSvg } from "./png-of-svg.ts";
import { fileName, saveFile } from "./save-file.ts";

const NAMES: Readonly<Record<string, string>> = {
  csv: "CSV",
  json: "JSON",
  parquet: "Parquet",
  svg: "SVG",
  png: "PNG",
  md: "Markdown",
  bib: "BibTeX",
};

const ORDER: readonly Extension[] = ["csv", "json", "parquet", "svg", "png", "md", "bib"];

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

/** What a file holds, said on its button. */
function extent(answer: Answer, form: string): string {
  const { rows, findings, sources } = answer;
  switch (form) {
    case "csv":
    case "parquet":
      return counted(rows.length, "row");
    case "json": {
      const parts = answer.sections.reduce((sum, section) => sum + section.rows.length, 0);
      return counted(rows.length + parts, "row");
    }
    case "md":
      return findings.length > 0 ? counted(findings.length, "finding") : "report";
    case "bib":
      return counted(sources.length + 1, "entry").replace("entrys", "entries");
    default:
      return form === "png" ? "picture" : "drawing";
  }
}

/** The forms of this answer: a drawing only where it has a figure. */
function formsOf(answer: Answer): readonly Extension[] {
  const drawn = [answer, ...answer.sections].some(({ figure }) => figure !== null);
  return EXTENSIONS.filter((form) => drawn || (form !== "svg" && form !== "png")).toSorted(
    (a, b) => ORDER.indexOf(a) - ORDER.indexOf(b),
  );
}

async function save(answer: Answer, form: Extension): Promise<void> {
  const [{ render }, figures] = await Promise.all([
    import("../../report/render.ts"),
    loadDrawer(),
  ]);
  const { body, type } = await render(answer, form, {
    figures,
    rasterise: pngOfSvg,
    citation: citation(answer, siteBase()),
  });
  saveFile(fileName(answer.address, form), body as BlobPart, type);
}

/** The answer on the page as files, made here from the same object. */
export function Downloads({ answer }: { readonly answer: Answer }) {
  const [failed, setFailed] = useState<string | null>(null);
  // Files hold the answer; a table that is narrowed on the page does not narrow them.
  const [find] = useMark("data.find");
  const all = find === null ? "" : "all ";
  return (
    <div class="downloads" role="group" aria-label="Download this answer">
      {formsOf(answer).map((form) => (
        <button
          key={form}
          type="button"
          data-form={form}
          onClick={() => {
            setFailed(null);
            save(answer, form).catch((error: unknown) => setFailed(String(error)));
          }}
        >
          {NAMES[form] ?? form}{" "}
          <span class="soft">{extent(answer, form).replace(/^(?=\d+ rows)/u, all)}</span>
        </button>
      ))}
      {failed !== null && (
        <p role="alert" class="fault">
          {failed}
        </p>
      )}
    </div>
  );
}
