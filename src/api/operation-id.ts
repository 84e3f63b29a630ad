const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** `/alliances/{id}/cohesion` as `alliancesByIdCohesion`: a name for clients. */
export function operationId(path: string): string {
  const words = path
    .slice(1)
    .split("/")
    .flatMap((part) =>
      part.startsWith("{") ? [`By${capital(part.slice(1, -1))}`] : part.split("-").map(capital),
    )
    .join("");
  return `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
}
