"""Peer of bench/similarity.ts: dyadic vote similarity by one-hot matrix products in numpy.

Reads the matrix that the bench wrote: votes.bin (one byte a cell, row-major by roll call) and
periods.txt (voters on the first line, then one line of row numbers a period). Prints one line of
JSON: seconds of each run, dyads compared, and the mean of each measure over defined values.
The time covers everything from the byte matrix to the six measures of all dyads.
"""
import json
import sys
import time

import numpy as np


def similarity(cells):
    """n and six measures of all pairs of voters with a vote in these rows (absence dropped)."""
    voted = np.flatnonzero(((cells >= 1) & (cells <= 3)).any(axis=0))
    cells = cells[:, voted]
    y, a, n = ((cells == code).astype(np.float32) for code in (1, 2, 3))
    rows, columns = np.triu_indices(len(voted), 1)
    yy, ya, yn = ((y.T @ other)[rows, columns].astype(np.float64) for other in (y, a, n))
    ay, aa, an = ((a.T @ other)[rows, columns].astype(np.float64) for other in (y, a, n))
    ny, na, nn = ((n.T @ other)[rows, columns].astype(np.float64) for other in (y, a, n))
    xy, xa, xn = yy + ya + yn, ay + aa + an, ny + na + nn
    zy, za, zn = yy + ay + ny, ya + aa + na, yn + an + nn
    total = xy + xa + xn
    opposite = yn + ny
    absolute = ya + ay + an + na + 2 * opposite
    squared = absolute + 2 * opposite
    sx, sy = xy - xn, zy - zn
    squares = xy + xn + zy + zn
    s_abs = 1 - absolute / total
    kappa = 1 - squared / (squares - 2 * sx * sy / total)
    pi = 1 - squared / (squares - (sx + sy) ** 2 / (2 * total))
    expected = ((xy + xn) * za + xa * (zy + zn) + 2 * (xy * zn + xn * zy)) / total**2
    together = np.where(total > 0, total, np.nan)
    return [together, (s_abs + 1) / 2, s_abs, 1 - squared / (2 * total), kappa, pi,
            expected - absolute / total]


def main():
    folder, runs = sys.argv[1], int(sys.argv[2])
    with open(f"{folder}/periods.txt", encoding="ascii") as file:
        voters = int(file.readline())
        periods = [np.array(line.split(), dtype=np.int64) for line in file]
    cells = np.fromfile(f"{folder}/votes.bin", dtype=np.uint8).reshape(-1, voters)
    seconds = []
    with np.errstate(divide="ignore", invalid="ignore"):
        for _ in range(runs):
            start = time.perf_counter()
            tables = [similarity(cells[rows]) for rows in periods]
            seconds.append(time.perf_counter() - start)
    columns = [np.concatenate([table[k] for table in tables]) for k in range(7)]
    means = [float(np.mean(column[np.isfinite(column)])) for column in columns]
    print(json.dumps({"version": f"numpy {np.__version__}", "seconds": seconds,
                      "dyads": int((columns[0] > 0).sum()), "means": means}))


main()
