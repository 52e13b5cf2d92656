import { defineScript } from "@/lib/redis/script";

/**
 * The Lua of the availability board. Each script is one atomic step over the five keys of one schedule:
 *
 * 1. `seats`: the packed statuses, three seats a character, so that one seat is changed in place;
 * 2. `meta`: a hash of epoch and sequence (the version), seatCount, freshUntilMs, `applied` (how often
 *    changes were applied), and of whoever is rebuilding: lease, leaseUntilMs, begunAt, lastBegunAt
 *    (the count when this rebuild and the one before began);
 * 3. `holds`: held seats by when they end, on Redis's clock;
 * 4. `marks`: the last change heard of each seat, as changeId|code|applied|endMs;
 * 5. the channel on which a new version is told. It is a hint, so a service without it fails nothing.
 */
const COMMON = `
local seatsKey, metaKey, holdsKey, marksKey, channel = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
local keptMs, marksKeptMs = 600000, 60000
local clock = redis.call('TIME')
local nowMs = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function put(seat, code)
  local at = math.floor(seat / 3)
  local character = redis.call('GETRANGE', seatsKey, at, at)
  local position = character ~= '' and string.find(alphabet, character, 1, true)
  if not position then return false end
  local unit = 4 ^ (2 - seat % 3)
  local old = math.floor((position - 1) / unit) % 4
  if old == code then return false end
  position = position + (code - old) * unit
  redis.call('SETRANGE', seatsKey, at, string.sub(alphabet, position, position))
  return true
end

local function show(seat, code, endMs)
  if code == 1 and endMs > nowMs then
    redis.call('ZADD', holdsKey, endMs, seat)
    return put(seat, 1)
  end
  redis.call('ZREM', holdsKey, seat)
  if code == 1 then code = 0 end
  return put(seat, code)
end

local function nextVersion()
  local sequence = redis.call('HINCRBY', metaKey, 'sequence', 1)
  redis.pcall('PUBLISH', channel, sequence)
end

local function freeWhatRanOut()
  local ended = redis.call('ZRANGEBYSCORE', holdsKey, '-inf', nowMs)
  if #ended == 0 then return end
  local changed = false
  for _, seat in ipairs(ended) do changed = put(tonumber(seat), 0) or changed end
  redis.call('ZREMRANGEBYSCORE', holdsKey, '-inf', nowMs)
  if changed then nextVersion() end
end

local function versionNow()
  local version = redis.call('HMGET', metaKey, 'epoch', 'sequence')
  return version[1] .. '.' .. version[2]
end
`;

/**
 * What the board says to whoever knows version ARGV[1]: `{what, version, seatCount, text, nowMs}`.
 * `what` is "fresh", "stale" (somebody else rebuilds it), "rebuild" (the caller has the lease ARGV[2]
 * for ARGV[3] ms), or "wait" (nothing to show, and somebody else rebuilds it). The text is empty when
 * the caller knows it. ARGV[4] is the epoch of a board that begins.
 */
export const READ = defineScript(`${COMMON}
freeWhatRanOut()
local meta = redis.call('HMGET', metaKey, 'epoch', 'sequence', 'seatCount', 'freshUntilMs', 'leaseUntilMs')
local isThere = meta[1] and meta[3] and redis.call('EXISTS', seatsKey) == 1
local what = isThere and 'fresh' or 'wait'
if not isThere or tonumber(meta[4]) <= nowMs then
  if isThere then what = 'stale' end
  if (tonumber(meta[5] or '0')) <= nowMs then
    what = 'rebuild'
    redis.call('HSETNX', metaKey, 'epoch', ARGV[4])
    redis.call('HSETNX', metaKey, 'sequence', 0)
    local applied = redis.call('HGET', metaKey, 'applied') or '0'
    redis.call('HSET', metaKey, 'lease', ARGV[2], 'leaseUntilMs', nowMs + tonumber(ARGV[3]), 'begunAt', applied)
    redis.call('PEXPIRE', metaKey, keptMs)
  end
end
if not isThere then return {what, '', 0, '', nowMs} end
local version = versionNow()
local text = ''
if version ~= ARGV[1] then text = '=' .. redis.call('GET', seatsKey) end
return {what, version, tonumber(meta[3]), text, nowMs}
`);

/**
 * Puts up what the holder of lease ARGV[1] has read: ARGV[2] the text, ARGV[3] its seats, ARGV[4] how
 * long it is fresh in ms, ARGV[5] a JSON list of held seats, each followed by the ms it is kept.
 * Changes that came since the rebuild before this one began are laid over it, so that neither a slow
 * reader nor a replica that lags takes them back. Refused, with an empty version, when the lease is
 * another's by now. Answers `{version, text, nowMs}`.
 */
export const STORE = defineScript(`${COMMON}
if redis.call('HGET', metaKey, 'lease') ~= ARGV[1] then return {'', '', nowMs} end
local before = redis.call('GET', seatsKey)
redis.call('SET', seatsKey, ARGV[2])
redis.call('DEL', holdsKey)
local held = cjson.decode(ARGV[5])
for i = 1, #held, 2 do redis.call('ZADD', holdsKey, nowMs + held[i + 1], held[i]) end

local counts = redis.call('HMGET', metaKey, 'begunAt', 'lastBegunAt')
local marks = redis.call('HGETALL', marksKey)
for i = 1, #marks, 2 do
  local _, code, applied, endMs = string.match(marks[i + 1], '^(%d+)|(%d)|(%d+)|(%d+)$')
  if tonumber(applied) > tonumber(counts[2] or '0') then
    show(tonumber(marks[i]), tonumber(code), tonumber(endMs))
  else
    redis.call('HDEL', marksKey, marks[i])
  end
end

redis.call('HSET', metaKey, 'seatCount', ARGV[3], 'freshUntilMs', nowMs + tonumber(ARGV[4]), 'lastBegunAt', counts[1])
redis.call('HDEL', metaKey, 'lease', 'leaseUntilMs')
for _, key in ipairs({seatsKey, metaKey, holdsKey}) do redis.call('PEXPIRE', key, keptMs) end
local text = redis.call('GET', seatsKey)
if text ~= before then nextVersion() end
return {versionNow(), '=' .. text, nowMs}
`);

/** Lays changes over the board: ARGV[1] is a JSON list of [seat, code, changeId, heldForMs]. A change older than the last one heard of its seat is passed by. */
export const APPLY = defineScript(`${COMMON}
freeWhatRanOut()
local applied = redis.call('HINCRBY', metaKey, 'applied', 1)
local isThere = redis.call('EXISTS', seatsKey) == 1
local changed = false
for _, change in ipairs(cjson.decode(ARGV[1])) do
  local seat, code, changeId, endMs = change[1], change[2], change[3], nowMs + change[4]
  local mark = redis.call('HGET', marksKey, seat)
  if not mark or tonumber(string.match(mark, '^(%d+)|')) < changeId then
    redis.call('HSET', marksKey, seat, string.format('%.0f|%d|%d|%.0f', changeId, code, applied, endMs))
    if isThere then changed = show(seat, code, endMs) or changed end
  end
end
redis.call('PEXPIRE', marksKey, marksKeptMs)
redis.call('PEXPIRE', metaKey, keptMs)
if changed then nextVersion() end
return 1
`);

/** Takes the board down, and the lease of whoever rebuilds it: what changed is not known seat by seat. */
export const FORGET = defineScript(`${COMMON}
redis.call('DEL', seatsKey, holdsKey, marksKey)
redis.call('HDEL', metaKey, 'lease', 'leaseUntilMs')
redis.pcall('PUBLISH', channel, '')
return 1
`);

/** Gives up lease ARGV[1] of a board that is not there, so that others need not wait for it to run out. */
export const ABANDON = defineScript(`${COMMON}
if redis.call('HGET', metaKey, 'lease') ~= ARGV[1] or redis.call('EXISTS', seatsKey) == 1 then return 0 end
return redis.call('HDEL', metaKey, 'lease', 'leaseUntilMs')
`);
