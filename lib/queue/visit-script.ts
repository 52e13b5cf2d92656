import { defineScript } from "@/lib/redis/script";

/** The keys of one schedule's waiting room, on one slot of a Redis Cluster. */
export const queueKeys = (scheduleId: string) => {
  const key = (name: string) => `queue:{${scheduleId}}:${name}`;
  return {
    line: key("line"),
    inside: key("inside"),
    seen: key("seen"),
    next: key("next"),
    pace: key("pace"),
    gone: key("gone"),
  };
};

/**
 * One visit of one person, and with it the door: whoever comes moves the line on, so that nobody else
 * has to, and two who come at once never let in more than there is room for.
 *
 * Whoever came before the opening stands in the line by a random number below one, which is the same
 * as to shuffle all at the opening; whoever came later by a number that counts from one. Whoever has
 * not been seen for a while has left. The door lets in at an even pace (a token bucket), while there is room.
 *
 * KEYS: line, inside, seen, next, pace, gone (passes given back: nobody's business here, kept as long as the rest).
 * ARGV: person, "enter" or "look", a random number in [0, 1), opening (ms), "paused" or "open", the most
 * inside, admissions a minute, a pass's life (ms), silence after which somebody has left (ms).
 * Answers: state ("inside", "waiting", "outside"), the pass's end (ms) or how many are ahead, how many wait, now (ms), room inside.
 */
export const VISIT = defineScript(`
local line, inside, seen, nextKey, pace = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local person, wish, chance = ARGV[1], ARGV[2], ARGV[3]
local opensAt, isPaused, activeMax = tonumber(ARGV[4]), ARGV[5] == 'paused', tonumber(ARGV[6])
local perMinute, passTtl, silentMax = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

redis.call('ZREMRANGEBYSCORE', inside, '-inf', now)
local isInside = redis.call('ZSCORE', inside, person)
if not isInside and wish == 'enter' and not redis.call('ZSCORE', line, person) then
  local place = now < opensAt and chance or redis.call('INCR', nextKey)
  redis.call('ZADD', line, place, person)
end
if isInside or redis.call('ZSCORE', line, person) then redis.call('ZADD', seen, now, person) end

if now >= opensAt and not isPaused then
  local burst = math.max(1, perMinute / 6)
  local before = redis.call('HMGET', pace, 'left', 'at')
  local left = math.min(burst, (tonumber(before[1]) or burst) + (now - (tonumber(before[2]) or now)) * perMinute / 60000)
  local room = activeMax - redis.call('ZCARD', inside)
  local looked = 0
  while room > 0 and left >= 1 and looked < 500 do
    local first = redis.call('ZPOPMIN', line)
    if #first == 0 then break end
    looked = looked + 1
    if now - (tonumber(redis.call('ZSCORE', seen, first[1])) or 0) > silentMax then
      redis.call('ZREM', seen, first[1])
    else
      redis.call('ZADD', inside, now + passTtl, first[1])
      left = left - 1
      room = room - 1
    end
  end
  redis.call('HSET', pace, 'left', tostring(left), 'at', now)
end
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, 172800000) end

local waiting = redis.call('ZCARD', line)
local room = activeMax - redis.call('ZCARD', inside)
local endsAt = redis.call('ZSCORE', inside, person)
if endsAt then return { 'inside', tostring(endsAt), waiting, now, room } end
local ahead = redis.call('ZRANK', line, person)
if ahead then return { 'waiting', tostring(ahead), waiting, now, room } end
return { 'outside', '0', waiting, now, room }
`);

/**
 * Gives up a place, or a pass for good: "gone" keeps until when the passes are void that were issued
 * so far. A later admission ends later, and so does its pass.
 *
 * KEYS as above. ARGV: person, a pass's life (ms).
 */
export const LEAVE = defineScript(`
local person = ARGV[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREM', KEYS[1], person)
redis.call('ZREM', KEYS[3], person)
redis.call('ZREMRANGEBYSCORE', KEYS[6], '-inf', now)
local endsAt = redis.call('ZSCORE', KEYS[2], person)
redis.call('ZREM', KEYS[2], person)
redis.call('ZADD', KEYS[6], endsAt or (now + tonumber(ARGV[2])), person)
redis.call('PEXPIRE', KEYS[6], 172800000)
return 1
`);
