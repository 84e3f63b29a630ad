import type { TableFile } from "../../record/record-files.ts";

type File = TableFile | "positions.json" | "stance-models.json";

/** The views by the files of the record that they read beside those that every view reads. */
const READ: readonly (readonly [files: readonly File[], views: readonly string[]])[] = [
  [
    ["cases.json", "conduct.json", "means.json", "positions.json", "treaties.json"],
    ["/alliances/{id}/assessment", "/alliances/{id}/readings", "/readings"],
  ],
  [
    ["positions.json"],
    [
      "/alliances/{id}/positions",
      "/alliances/{id}/influence",
      "/groups/{states}/positions",
      "/states/{key}/position",
      "/positions",
      "/rollcalls/{id}/fit",
    ],
  ],
  [["positions.json", "treaties.json"], ["/alliances/{id}/power"]],
  [["cases.json", "treaties.json"], ["/states/{key}"]],
  [["means.json", "positions.json", "treaties.json"], ["/alliances/{id}/durability"]],
  [["treaties.json"], ["/alliances/{id}/organs", "/treaties", "/treaties/{id}"]],
  [
    ["cases.json"],
    [
      "/alliances/{id}/record",
      "/alliances/{id}/responsiveness",
      "/cases",
      "/cases/{id}",
      "/cases/{id}/compare",
      "/cases/{id}/after",
    ],
  ],
  [
    ["cases.json", "treaties.json"],
    [
      "/alliances/{id}/dominance",
      "/alliances/{id}/dynamics",
      "/cases/{id}/conformance",
      "/conformance",
    ],
  ],
  [["cases.json", "conduct.json", "treaties.json"], ["/alliances/{id}/vitality"]],
  [
    ["conduct.json"],
    ["/alliances/{id}/stances", "/alliances/{id}/participation", "/scenarios"],
  ],
  [
    ["means.json"],
    ["/alliances/{id}/capabilities", "/alliances/{id}/dependence", "/capabilities"],
  ],
  [
    ["cases.json", "conduct.json", "means.json", "stance-models.json", "treaties.json"],
    ["/scenarios/appeal", "/scenarios/{id}"],
  ],
  [["cases.json", "stance-models.json"], ["/scenarios/backtest"]],
  [["disagreements.json"], ["/rollcalls/{id}"]],
];

const BY_VIEW = new Map(
  READ.flatMap(([files, views]) => views.map((view) => [view, files] as const)),
);

/**
 * The files of the record that a view will most likely read, so that they can be fetched at once and
 * not one after the other. What it reads beyond them is fetched when it asks.
 */
export const filesOfView = (path: string): readonly string[] => BY_VIEW.get(path) ?? [];
