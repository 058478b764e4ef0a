-- Sends every line of a file of bodies once, each a complete submission with a code of its own.
-- While the last answers are under way it asks for /livez, and stops when all have come.
-- wrk asks for one request before it begins, and throws it away.
local path, bodies, sent = os.getenv("BENCH_PATH"), {}, -1
acknowledged, refused = 0, 0

function setup(thread)
    worker = thread
end

function init()
    local headers = { ["Content-Type"] = "application/x-www-form-urlencoded" }
    for line in io.lines(os.getenv("BENCH_BODIES")) do
        bodies[#bodies + 1] = wrk.format("POST", path, headers, line)
    end
    idle = wrk.format("GET", "/livez")
end

function request()
    sent = sent + 1
    return bodies[sent] or idle
end

function response(status)
    if status == 303 then
        acknowledged = acknowledged + 1
    elseif status ~= 200 then
        refused = refused + 1
    end
    if acknowledged + refused >= #bodies then
        wrk.thread:stop()
    end
end

function done(summary, latency)
    io.write(string.format(
        '{"acknowledged": %d, "seconds": %.6f, "p50": %.3f, "p99": %.3f, "errors": %d}\n',
        worker:get("acknowledged"), summary.duration / 1e6, latency:percentile(50) / 1e3,
        latency:percentile(99) / 1e3, summary.errors.connect + summary.errors.read + summary.errors.write
            + summary.errors.timeout + worker:get("refused")))
end
