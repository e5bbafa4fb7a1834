-- Gives a log that was set back (a backup put in place, a failover) a new epoch, so that nobody's cursor fits by
-- chance. Whoever has seen a higher seq than the log now holds asks for it.
--
-- KEYS  head
-- ARGV  epoch, the seq seen, the new epoch
-- Returns the epoch that holds now, or false where there is no log.

local known = redis.call('HMGET', KEYS[1], 'epoch', 'seq')
if known[1] == ARGV[1] and tonumber(known[2]) < tonumber(ARGV[2]) then
  redis.call('HSET', KEYS[1], 'epoch', ARGV[3])
  return ARGV[3]
end
return known[1]
