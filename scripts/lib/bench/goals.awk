# The goals of docs/PERFORMANCE.md, and how a figure is written beside its own. Read before the other *.awk files.
BEGIN {
  FS = "\t"
  split("home category facets search product rest-list rest-product", pages, " ")
  # Share of the rate of a static file, in %.
  cached_goal = 50
  share_goal["category"] = 1.3; share_goal["product"] = 1.8; share_goal["rest-list"] = 2; share_goal["rest-product"] = 4
  p99_goal = 150
  ratio_goal = 60
}
function verdict(is_met) { return is_met ? "ok" : "**below**" }
# Up to a hundred thousand generated products beside the shop's own; beyond, three times that.
function allowed(kind, percentile, size,    base) {
  base = kind == "suggest" ? (percentile == 50 ? 30 : 0) : kind == "pages" ? (percentile == 50 ? 50 : 150) : 0
  return size > 150000 ? 3 * base : base
}
function failures(count) { return count + 0 == 0 ? "0" : (count + 0) " " verdict(0) }
function latency_table(    i, n, f) {
  if (!latencies) return
  print "\nOne client on node1's own port, addresses not asked before, ms:\n"
  print "| products | pages | requests | median | p99 | not 200 |"
  print "|---|---|---|---|---|---|"
  for (i = 1; i <= latencies; i++) {
    split(latency[i], f, "\t")
    printf "| %s | %s | %s | %s | %s | %s |\n", f[1], f[2], f[3], against(f[4], allowed(f[2], 50, f[1])), against(f[5], allowed(f[2], 99, f[1])), failures(f[6])
  }
}
function against(millis, most) { return most ? sprintf("%s (≤ %d: %s)", millis, most, verdict(millis + 0 <= most)) : millis }
# The second file holds the latencies.
FILENAME ~ /latencies\.tsv$/ { latency[++latencies] = $0; next }
