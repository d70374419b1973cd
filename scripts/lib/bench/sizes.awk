# The report of a run over several sizes of the catalogue. Needs goals.awk before it.
{
  if (!($1 in seen)) { seen[$1] = 1; size[++sizes] = $1 }
  if (!(($2, $3) in row)) { row[$2, $3] = 1; caches_of[++rows] = $2; page_of[rows] = $3 }
  rate[$1, $2, $3] = $4; p99[$1, $2, $3] = $6; bad[$2, $3] += $7
}
END {
  smallest = largest = size[1]
  for (i = 2; i <= sizes; i++) {
    if (size[i] + 0 < smallest + 0) smallest = size[i]
    if (size[i] + 0 > largest + 0) largest = size[i]
  }
  printf "%s.\n\n| caches | page |", about
  for (i = 1; i <= sizes; i++) printf " %s products, requests/s (p99 ms) |", size[i]
  print " largest to smallest | not 2xx |"
  printf "|---|---|---|---|"
  for (i = 1; i <= sizes; i++) printf "---|"
  print ""
  for (r = 1; r <= rows; r++) {
    c = caches_of[r]; p = page_of[r]
    printf "| %s | %s |", c, p
    for (i = 1; i <= sizes; i++) printf " %.0f (%s) |", rate[size[i], c, p], p99[size[i], c, p]
    ratio = 100 * rate[largest, c, p] / rate[smallest, c, p]
    printf " %.0f %%%s | %s |\n", ratio, c == "page-cache-off" ? sprintf(" (≥ %d: %s)", ratio_goal, verdict(ratio >= ratio_goal)) : "", failures(bad[c, p])
  }
  latency_table()
}
