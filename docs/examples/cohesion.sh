#!/bin/sh
# The cohesion of an alliance as a CSV file, fetched again only if it has changed.
base="${1:-http://127.0.0.1:8765}"
folder="${2:-.}"
address="/api/v1/alliances/csto/cohesion.csv?from=2015"

curl --fail --silent --show-error --compressed \
  --output "$folder/cohesion.csv" --dump-header "$folder/cohesion.headers" "$base$address"
head -n 3 "$folder/cohesion.csv"

tag=$(sed -n 's/^[Ee][Tt]ag: *//p' "$folder/cohesion.headers" | tr -d '\r')
curl --silent --output /dev/null --write-out 'again: %{http_code}\n' \
  --header "If-None-Match: $tag" "$base$address"
curl --silent "$base/api/v1/alliances/csot"
