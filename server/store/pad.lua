-- Writes to a pad: an update, or one that stands for all up to a seq.
--
-- KEYS  head, pads, pad, pad_base
-- ARGV  'append', schema, pad, update            returns the seq of the update
--       'compact', schema, pad, update, upto     returns 1 if done, 0 where a later one already stands
-- Returns a negative number instead: -1 no such meeting, -2 a newer schema.

local head, pads, pad, base = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local known = redis.call('HMGET', head, 'epoch', 'schema')
if not known[1] then return -1 end
if tonumber(known[2]) > tonumber(ARGV[2]) then return -2 end

if ARGV[1] == 'append' then
  local seq = redis.call('HINCRBY', pads, ARGV[3], 1)
  redis.call('XADD', pad, seq .. '-0', 'u', ARGV[4], 'g', known[1])
  return seq
end

local upto = tonumber(ARGV[5])
if upto > tonumber(redis.call('HGET', pads, ARGV[3]) or '0') then return 0 end
if upto <= tonumber(redis.call('HGET', base, 'seq') or '0') then return 0 end
redis.call('HSET', base, 'seq', upto, 'body', ARGV[4])
redis.call('XTRIM', pad, 'MINID', (upto + 1) .. '-0')
return 1
