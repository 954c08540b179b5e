-- wrk: sends one request or, given a number of models, each time another model's; prints figures.
-- Arguments: the method, the target, and the number of models that `%d` in the target chooses from.
-- `%n` in the target is another number each time: no remembered answer fits such a request.
local method, target, models, sent

function init(arguments)
  method, target, models = arguments[1], arguments[2], tonumber(arguments[3] or "0")
  math.randomseed(1)
  sent = 0
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  sent = sent + 1
  local path, body = string.gsub(target, "%%n", sent), nil
  if models > 0 then
    local index = math.random(0, models - 1)
    path = string.gsub(path, "%%d", index)
    if method == "PUT" then
      -- Every other one differs from what is there.
      body = string.gsub(os.getenv("BODY"), "INDEX", index)
      body = string.gsub(body, "COUNT", sent)
    end
  end
  return wrk.format(method, path, nil, body)
end

function done(summary, latency, _)
  local failures = summary.errors.status + summary.errors.connect + summary.errors.read
    + summary.errors.write + summary.errors.timeout
  io.write(string.format(
    '{"requestsPerSecond": %.1f, "meanMicroseconds": %.1f, "p50Microseconds": %.1f,'
      .. ' "p99Microseconds": %.1f, "failures": %d}\n',
    summary.requests / summary.duration * 1e6, latency.mean, latency:percentile(50),
    latency:percentile(99), failures))
end
