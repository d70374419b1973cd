# The report of a run over all pages. Needs goals.awk before it.
{
  if ($2 == "static") { static_sum += $4; static_runs++; static_rates = static_rates (static_runs > 1 ? " and " : "") sprintf("%.0f", $4) }
  rate[$2, $3] = $4; p50[$2, $3] = $5; p99[$2, $3] = $6; bad[$2, $3] = $7
  size = $1
}
function share(caches, page) { return 100 * rate[caches, page] / static_rate }
function cell(caches, page) { return sprintf("%.0f/s = %.2f %%", rate[caches, page], share(caches, page)) }
function cached_cell(caches, page) { return sprintf("%s (≥ %d: %s)", cell(caches, page), cached_goal, verdict(share(caches, page) >= cached_goal)) }
function plain_cell(page) {
  return cell("page-cache-off", page) (page in share_goal ? sprintf(" (≥ %s: %s)", share_goal[page], verdict(share("page-cache-off", page) >= share_goal[page])) : "")
}
END {
  static_rate = static_sum / static_runs
  printf "%s products; %s.\n\n", size, about
  printf "A static file of %d bytes, as large as a product's page: %s requests/s at the beginning and the end; 100 %% is %.0f.\n\n", bytes, static_rates, static_rate
  print "| page | cached | cached, one address | page cache off | nodes' caches off too |"
  print "|---|---|---|---|---|"
  for (i = 1; i in pages; i++) {
    page = pages[i]
    printf "| %s | %s | %s | %s | %s |\n", page, cached_cell("cached", page), cached_cell("cached-one-address", page), plain_cell(page), cell("both-off", page)
  }
  print "\nTimes in ms with 32 clients, and answers that were not 2xx:\n"
  print "| page | cached p50 | p99 | page cache off p50 | p99 | nodes' caches off too p50 | p99 | not 2xx |"
  print "|---|---|---|---|---|---|---|---|"
  for (i = 1; i in pages; i++) {
    page = pages[i]
    printf "| %s | %s | %s | %s | %s | %s | %s | %s |\n", page, p50["cached", page], p99["cached", page], p50["page-cache-off", page],
      against(p99["page-cache-off", page], p99_goal), p50["both-off", page], p99["both-off", page],
      failures(bad["cached", page] + bad["cached-one-address", page] + bad["page-cache-off", page] + bad["both-off", page])
  }
  latency_table()
}
