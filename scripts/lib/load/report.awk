# The figures of a run as a table of Markdown; goals are shares of what pgbench reaches before and after.
BEGIN { FS = "\t"; GOAL["distinct"] = 20; GOAL["hot"] = 5; LONGEST = 500 }
$1 ~ /^pgbench/ { tps += $2; runs++; next }
$1 ~ /-times$/ { name = substr($1, 1, length($1) - 6); p50[name] = $2; p95[name] = $3; p99[name] = $4; longest[name] = $5; ko[name] = $6; next }
{ rate[$1] = $2; orders[$1] = $3 }
function share(name) { return 100 * rate[name] / tps }
function row(name, what) {
  printf "| %s | %.1f | %.1f %% | ≥ %d %% %s | %d | %d | %d | %d |\n", what, rate[name], share(name), GOAL[name],
    (share(name) >= GOAL[name] ? "ok" : "**below**"), p50[name], p95[name], p99[name], ko[name]
}
END {
  tps /= runs
  printf "%s. pgbench (tpcb-like, 16 clients, mean of before and after): %.0f transactions/s.\n\n", about, tps
  print "| orders | orders/s | of pgbench | goal | p50 ms | p95 ms | p99 ms | not placed |"
  print "|---|---|---|---|---|---|---|---|"
  row("distinct", "16 buyers, each of an SKU of his own")
  row("hot", "16 buyers, all of one SKU")
  printf "\nA cart of 200 lines, one buyer: p50 %d ms, p95 %d ms, longest %d ms of %d orders; goal < %d ms: %s.\n", p50["large"], p95["large"],
    longest["large"], orders["large"], LONGEST, (p95["large"] < LONGEST ? "ok" : "**below**")
}
