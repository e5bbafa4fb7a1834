-- Gives a meeting a new epoch where another server has taken the place of the one it was with: a replica that was
-- promoted may lack what was acknowledged, and fill its place with something else before anybody looks.
--
-- KEYS  head, server
-- ARGV  the new epoch
-- Returns the epoch that holds now, or false where there is no meeting. The error READONLY on somebody's replica.

local epoch = redis.call('HGET', KEYS[1], 'epoch')
local info = redis.pcall('INFO', 'replication')
if type(info) ~= 'string' then return epoch end  -- not allowed here: a log that became shorter is noticed all the same
if string.match(info, 'role:(%a+)') ~= 'master' then
  return redis.error_reply('READONLY it is a replica, and may lack what was recorded')
end
local own, followed = string.match(info, 'master_replid:(%x+)'), string.match(info, 'master_replid2:(%x+)')
if not epoch or not own or redis.call('GET', KEYS[2]) == own then return epoch end
redis.call('SET', KEYS[2], own)
-- A server that never followed another is the same one after a restart, on its own files.
if not followed or string.match(followed, '^0+$') then return epoch end
redis.call('HSET', KEYS[1], 'epoch', ARGV[1])
return ARGV[1]
