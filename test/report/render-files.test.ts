import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { renderParquet } from "../../src/report/render-parquet.ts";
import { render } from "../../src/report/render.ts";
import { statedRows } from "../../src/report/round-to.ts";
import { HOSTILE_SAMPLE, SAMPLE } from "./sample-answer.ts";

/** The rows of a Parquet file, as a reader of another maker finds them. */
async function read(bytes: Uint8Array): Promise<readonly Record<string, unknown>[]> {
  const { buffer, byteOffset, byteLength } = bytes;
  return await parquetReadObjects({
    file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
  });
}

describe("Parquet", () => {
  test.each([SAMPLE, HOSTILE_SAMPLE])("holds the rows of the other forms", async (answer) => {
    const { body, type } = await render(answer, "parquet");
    expect(type).toBe("application/vnd.apache.parquet");
    expect(await read(body as Uint8Array)).toEqual(statedRows(answer.columns, answer.rows));
    expect((await render(structuredClone(answer), "parquet")).body).toEqual(body);
  });

  test("types a column by what it holds and states", async () => {
    const columns = [
      { name: "whole", label: "Whole" },
      { name: "share", label: "Share", digits: 2 },
      { name: "mixed", label: "Mixed" },
      { name: "flag", label: "Flag" },
      { name: "large", label: "Large" },
      { name: "none", label: "None" },
    ];
    const rows = [
      { whole: 3, share: 1, mixed: 5, flag: true, large: 4_294_967_295, none: null },
      { whole: null, share: 0.126, mixed: "a", flag: null, large: 1, none: null },
    ];
    expect(await read(renderParquet({ columns, rows }))).toEqual([
      { whole: 3, share: 1, mixed: "5", flag: true, large: 4_294_967_295, none: null },
      { whole: null, share: 0.13, mixed: "a", flag: null, large: 1, none: null },
    ]);
  });

  test("writes a table without rows", async () => {
    const columns = [{ name: "x", label: "X" }];
    expect(await read(renderParquet({ columns, rows: [] }))).toEqual([]);
  });
});

describe("PNG", () => {
  test("is the figure at twice its size, the same bytes twice", async () => {
    const { body, type } = await render(SAMPLE, "png");
    const svg = (await render(SAMPLE, "svg")).body;
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/u.exec(svg) ?? [];
    const header = Buffer.from(body as Uint8Array);
    expect(type).toBe("image/png");
    expect(header.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([
      2 * Number(width),
      2 * Number(height),
    ]);
    expect((await render(SAMPLE, "png")).body).toEqual(body);
  });

  test("of an answer without a figure does not exist", async () => {
    await expect(render({ ...SAMPLE, figure: null, sections: [] }, "png")).rejects.toThrow(
      /no figure/u,
    );
  });
});
