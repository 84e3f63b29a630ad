import { axisX, axisY, cell, text } from "@observablehq/plot";
import type { Row } from "../answer/answer.ts";
import type { FigureInput, FigureOf, FigureSpec, Frame } from "./figure-spec-types.ts";
import { VOTE_LOOKS, type VoteLook } from "./palette.ts";
import { cutText, textWidth } from "./wrap-text.ts";

const ROW_HEIGHT = 22;
const WIDEST_CELL = 64;
/** Narrower than this a cell holds no letter. */
const LETTER_CELL = 12;

interface VoteCell {
  readonly x: string;
  readonly y: string;
  readonly look: VoteLook;
}

const LOOKS = new Map(VOTE_LOOKS.map((look) => [look.vote, look]));

function cellsOf({ x, y, vote }: FigureOf<"votes">, rows: readonly Row[]): readonly VoteCell[] {
  return rows.flatMap((row) => {
    const look = LOOKS.get(String(row[vote]));
    const [column, voter] = [row[x] ?? null, row[y] ?? null];
    if (look === undefined || column === null || voter === null) return [];
    return [{ x: String(column), y: String(voter), look }];
  });
}

/** What all names begin with, up to the last slash: `A/RES/ES-11/`. */
function sharedPrefix(names: readonly string[]): string {
  const first = names[0] ?? "";
  if (names.length < 2) return "";
  let length = first.length;
  for (const name of names) while (!name.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, first.lastIndexOf("/", length - 1) + 1);
}

/** The specification of a grid of votes: one row a voter, one column a roll call. */
export function votesSpec(
  { figure, rows }: FigureInput<FigureOf<"votes">>,
  { width, paper }: Frame,
): FigureSpec {
  const cells = cellsOf(figure, rows);
  const columns = [...new Set(cells.map(({ x }) => x))];
  const voters = [...new Set(cells.map(({ y }) => y))].sort();
  const prefix = sharedPrefix(columns);
  const widest = voters.reduce((most, name) => Math.max(most, textWidth(name, 12)), 0);
  const marginLeft = Math.min(widest + 12, width * 0.34);
  const room = (width - marginLeft - 8) / Math.max(1, columns.length);
  const size = Math.min(room, WIDEST_CELL);
  const heads = columns.map((name) => name.slice(prefix.length));
  const longest = heads.reduce((most, head) => Math.max(most, textWidth(head, 11)), 0);
  const upright = longest <= size - 2;
  const every = Math.ceil(13 / size);
  const marginTop = upright ? 20 : Math.min(longest, 110) + 12;
  const used = VOTE_LOOKS.filter((look) => cells.some((one) => one.look === look));
  const lettered = size >= LETTER_CELL;
  const left = rows.length - cells.length;
  return {
    title: figure.title,
    description: `A grid of the votes of ${voters.length} voters on ${columns.length} roll calls.`,
    legend: used.map(({ vote, letter, fill, ink }) => ({
      label: vote,
      colour: fill,
      shape: "square",
      letter,
      ink,
    })),
    caption: [
      prefix === "" ? "" : `Columns: ${prefix} with the number above.`,
      "No cell: not a member, or no vote in the record.",
      lettered ? "" : "Letters are left out for want of room.",
      left > 0 ? `Not drawn, without a symbol or a vote: ${left}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
    plot: {
      width: Math.min(width, Math.ceil(marginLeft + size * columns.length + 8)),
      height: voters.length * ROW_HEIGHT + marginTop + 4,
      marginLeft,
      marginRight: 8,
      marginTop,
      marginBottom: 4,
      x: { type: "band", domain: columns, padding: size > 20 ? 0.05 : 0.02, label: null },
      y: { type: "band", domain: voters, padding: 0.08, label: null },
      marks: [
        axisX({
          anchor: "top",
          tickSize: 0,
          tickRotate: upright ? 0 : -90,
          ticks: columns.filter((_, i) => i % every === 0),
          tickFormat: (name: string) => cutText(name.slice(prefix.length), 110, 11),
        }),
        axisY({
          tickSize: 0,
          tickFormat: (name: string) => cutText(name, marginLeft - 10, 12),
        }),
        cell(cells, {
          x: "x",
          y: "y",
          fill: ({ look }: VoteCell) => (look.fill === "none" ? paper : look.fill),
          stroke: "currentColor",
          strokeOpacity: 0.35,
          strokeWidth: 0.7,
        }),
        ...(lettered
          ? used.map((look) =>
              text(
                cells.filter((one) => one.look === look),
                { x: "x", y: "y", text: () => look.letter, fill: look.ink, fontWeight: 600 },
              ),
            )
          : []),
      ],
    },
  };
}
