-- Asks for one page as a browser does, and tells how fast.
wrk.headers["Accept-Encoding"] = "gzip"

function done(summary, latency)
    io.write(string.format(
        '{"per_second": %.1f, "p50": %.3f, "p99": %.3f, "errors": %d}\n',
        summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status
            + summary.errors.timeout))
end
