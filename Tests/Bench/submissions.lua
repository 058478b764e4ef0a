-- Sends every line of a file of bodies once, each a complete submission with a code of its own.
-- While the last answers are under way it asks for /livez; when all have come it says so and stops.
local ffi = require("ffi")
ffi.cdef("typedef struct { long s, ns; } moment; int clock_gettime(int, moment *);")

-- wrk asks for one request before it begins, and throws it away.
local path, bodies, sent = os.getenv("BENCH_PATH"), {}, -1
acknowledged, refused, began, ended = 0, 0, 0, 0

local function now()
    local moment = ffi.new("moment")
    ffi.C.clock_gettime(1, moment)
    return tonumber(moment.s) + tonumber(moment.ns) / 1e9
end

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
    if sent == 1 then began = now() end
    return bodies[sent] or idle
end

function response(status)
    if status == 303 then
        acknowledged = acknowledged + 1
    elseif status ~= 200 then
        refused = refused + 1
    end
    if ended == 0 and acknowledged + refused >= #bodies then
        ended = now()
        io.write("all have come\n")
        io.flush()
        wrk.thread:stop()
    end
end

function done(summary, latency)
    io.write(string.format(
        '{"acknowledged": %d, "seconds": %.6f, "p50": %.3f, "p99": %.3f, "errors": %d}\n',
        worker:get("acknowledged"), worker:get("ended") - worker:get("began"), latency:percentile(50) / 1e3,
        latency:percentile(99) / 1e3, summary.errors.connect + summary.errors.read + summary.errors.write
            + summary.errors.timeout + worker:get("refused")))
end
