-- Gives a meeting that was set back (a backup put in place, a failover) a new epoch, so that nobody's cursor fits by
-- chance. Whoever has seen a higher seq of its log, or of one of its pads, than is there now asks for it.
--
-- KEYS  head, the hash with the seq
-- ARGV  epoch, field of the seq, the seq seen, the new epoch
-- Returns the epoch that holds now, or false where there is no meeting.

local epoch = redis.call('HGET', KEYS[1], 'epoch')
local seq = tonumber(redis.call('HGET', KEYS[2], ARGV[2]) or '0')
if epoch == ARGV[1] and seq < tonumber(ARGV[3]) then
  redis.call('HSET', KEYS[1], 'epoch', ARGV[4])
  return ARGV[4]
end
return epoch
