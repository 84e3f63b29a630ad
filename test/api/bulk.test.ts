import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { bulkFile } from "../../src/api/bulk-file.ts";
import { BULK_TABLES } from "../../src/api/bulk-tables.ts";
import type { CasusRecord } from "../../src/record/record.ts";
import { VOTE_NAMES } from "../../src/record/votes.ts";
import { record } from "../laboratory.ts";
import { directApi, NO_OVERLAY } from "./direct-api.ts";

const api = directApi();
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const lines = (bytes: Uint8Array): string[] => text(bytes).trimEnd().split("\n");

async function parquet(name: string): Promise<readonly Record<string, unknown>[]> {
  const { buffer } = bulkFile(record, `${name}.parquet`).slice();
  return await parquetReadObjects({ file: buffer });
}

describe("the bulk tables", () => {
  it("are listed with the rows that they have", async () => {
    const { tables } = JSON.parse(text(bulkFile(record, ""))) as {
      tables: { name: string; rows: number; columns: number; addresses: string[] }[];
    };
    expect(tables.map(({ name }) => name)).toEqual(BULK_TABLES.map(({ name }) => name));
    for (const { name, rows, columns, addresses } of tables) {
      const held = await parquet(name);
      expect(held).toHaveLength(rows);
      expect(Object.keys(held[0] ?? {})).toHaveLength(columns);
      expect(rows).toBeGreaterThan(0);
      const response = await api.request(addresses[0] ?? "");
      expect(response.status).toBe(200);
      const header = (await response.text()).split("\n")[0] ?? "";
      expect(header.split(",")).toEqual(Object.keys(held[0] ?? {}));
    }
  });

  it("hold every vote as the record does", async () => {
    const { voters, rollCalls, cells } = record.votes;
    const held = await parquet("votes");
    for (const r of [0, 1234, rollCalls.length - 1]) {
      const row = held[r];
      expect(row?.["rcid"]).toBe(rollCalls[r]?.rcid);
      for (const [v, key] of voters.entries()) {
        const code = cells[r * voters.length + v] ?? 0;
        expect(row?.[key]).toBe(code === 0 ? null : VOTE_NAMES[code]);
      }
    }
  });

  it("leave out, and count, what rests on a source that may not be passed on", () => {
    const [membership] = record.organisations[0]?.memberships ?? [];
    const barred = membership?.sources[0] ?? "";
    const sources = record.sources.map((source) =>
      source.id === barred ? { ...source, redistribution: "no" as const } : source,
    );
    const stricter: CasusRecord = { ...record, sources };
    const before = lines(bulkFile(record, "memberships.csv"));
    const after = lines(bulkFile(stricter, "memberships.csv"));
    expect(after.length).toBeLessThan(before.length);
    expect(after.join("\n")).not.toContain(barred);
    const listed = JSON.parse(text(bulkFile(stricter, ""))) as {
      tables: { name: string; omitted: { rows: number; reason: string } | null }[];
    };
    expect(listed.tables.find(({ name }) => name === "memberships")?.omitted).toMatchObject({
      rows: before.length - after.length,
      reason: expect.stringContaining("redistribution: no") as string,
    });
  });

  it("leave out the private rows of an overlay", () => {
    const [first, second] = record.cases;
    const overlay = {
      ...NO_OVERLAY,
      cases: [first?.id ?? ""],
      rollCalls: [record.votes.rollCalls[0]?.rcid ?? 0],
    };
    const cases = lines(bulkFile({ ...record, overlay }, "cases.csv"));
    expect(cases.some((line) => line.startsWith(`${first?.id},`))).toBe(false);
    expect(cases.some((line) => line.startsWith(`${second?.id},`))).toBe(true);
    expect(lines(bulkFile({ ...record, overlay }, "votes.csv"))).toHaveLength(
      record.votes.rollCalls.length,
    );
  });

  it("are given with the record's files, where these are at hand", async () => {
    const files = new Map([["votes.bin", record.votes.cells]]);
    const holding = directApi({ recordFiles: files });
    const response = await holding.request("/api/v1/bulk/record/votes.bin");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(record.votes.cells);
    expect(await (await holding.request("/api/v1/bulk/record")).json()).toMatchObject({
      files: [{ name: "votes.bin", bytes: record.votes.cells.byteLength }],
    });
    expect((await api.request("/api/v1/bulk/record/votes.bin")).status).toBe(404);
  });
});
