-- Asks for one file after the other; counts answers that are mixed, short or missing.
local paths, at, counter = {}, 0, nil
whole, wrong, releases, seen = 0, 0, 0, {}

function setup(thread)
  counter = thread
end

function init(args)
  for _, path in ipairs(args) do
    paths[#paths + 1] = wrk.format("GET", "/" .. path)
  end
end

function request()
  at = at % #paths + 1
  return paths[at]
end

function response(status, headers, body)
  local head, length = body:match("^(%d+) (%d+) ")
  if status == 200 and head and head == body:sub(-6) and tonumber(length) == #body then
    whole = whole + 1
    if not seen[head] then
      seen[head] = true
      releases = releases + 1
    end
  else
    wrong = wrong + 1
  end
end

function done(summary)
  local lost = summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.timeout
  print(string.format("whole %d wrong %d releases %d",
    counter:get("whole"), counter:get("wrong") + lost, counter:get("releases")))
end
