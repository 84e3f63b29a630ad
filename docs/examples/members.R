# How many members each alliance had in 1990 and in 2020, with base R alone.
base <- commandArgs(trailingOnly = TRUE)
base <- if (length(base) == 0) "http://127.0.0.1:8765" else base[1]

spells <- read.csv(paste0(base, "/api/v1/bulk/memberships.csv"), na.strings = "")
members <- function(day) {
  # Spells are half open: the end is the first day on which a state no longer belongs.
  held <- spells[spells$from <= day & (is.na(spells$to) | spells$to > day), ]
  table(factor(held$organisation, levels = sort(unique(spells$organisation))))
}
counts <- data.frame(y1990 = c(members("1990-06-30")), y2020 = c(members("2020-06-30")))
print(counts)
