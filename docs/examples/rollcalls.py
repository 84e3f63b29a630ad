"""Every roll call on Ukraine with the votes of two states, page by page; standard library only."""

import json
import re
import sys
import urllib.error
import urllib.request

base = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8765"
address = "/api/v1/rollcalls?q=ukraine&state=ARM~KAZ&limit=8"
rows = []
while address:
    with urllib.request.urlopen(base + address) as response:
        answer = json.load(response)
        total = int(response.headers["X-Total-Count"])
        following = re.search(r'<([^>]+)>; rel="next"', response.headers.get("Link") or "")
    rows += answer["rows"]
    address = following.group(1) if following else None

assert len(rows) == total
for row in rows[:3]:
    print(row["date"], row["ARM"], row["KAZ"], row["title"])
print(f"{total} roll calls, record {answer['record']}")

try:
    urllib.request.urlopen(base + "/api/v1/alliances/csto/cohesion?from=never")
except urllib.error.HTTPError as error:
    problem = json.load(error)
    print(problem["status"], problem["type"], problem["detail"])
