-- Keeps a fold of the log, unless it is of another log, older than the one kept, or from before an erasure.
--
-- KEYS  head, snapshot
-- ARGV  epoch, seq, body
-- Returns 1 if kept, else 0.

local known = redis.call('HMGET', KEYS[1], 'epoch', 'seq', 'erased')
local seq = tonumber(ARGV[2])
if known[1] ~= ARGV[1] or seq > tonumber(known[2]) or seq < tonumber(known[3] or '0') then return 0 end
if seq < tonumber(redis.call('HGET', KEYS[2], 'seq') or '0') then return 0 end
redis.call('HSET', KEYS[2], 'seq', seq, 'body', ARGV[3])
return 1
