# All figures of a run as JSON.
BEGIN { FS = "\t" }
FILENAME ~ /latencies\.tsv$/ {
  latencies = latencies (latencies ? ",\n" : "") sprintf("    {\"products\": %s, \"pages\": \"%s\", \"requests\": %s, \"p50Millis\": %s, \"p99Millis\": %s, \"not200\": %s}", $1, $2, $3, $4, $5, $6)
  next
}
{ figures = figures (figures ? ",\n" : "") sprintf("    {\"products\": %s, \"caches\": \"%s\", \"page\": \"%s\", \"requestsPerSecond\": %s, \"p50Millis\": %s, \"p99Millis\": %s, \"not2xx\": %s}", $1, $2, $3, $4, $5, $6, $7) }
END { printf "{\n  \"about\": \"%s\",\n  \"figures\": [\n%s\n  ],\n  \"latencies\": [\n%s\n  ]\n}\n", about, figures, latencies }
