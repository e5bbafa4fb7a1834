-- Records what one person does with an entry: an event in the log, guarded by phase, and by how many entries they have.
--
-- KEYS  head, log, phases, ballot_ids, entered
-- ARGV  schema, id, activity, round, 'open' or '', voter, change (1, 0 or -1), limit, event, mark (0: none)
-- Returns {'recorded', seq, 1 if fresh} or {'refused', code}.

local head, log, phases, ids, entered = unpack(KEYS, 1, 5)
local schema, id, activity, round, needed, voter, change, limit, event, mark = unpack(ARGV, 1, 10)

local known = redis.call('HMGET', head, 'epoch', 'schema', 'revision')
if not known[1] then return {'refused', 'unknown_meeting'} end
if tonumber(known[2]) > tonumber(schema) then return {'refused', 'newer_schema'} end
-- The id first: a retry hears what became of it even after the close.
local before = tonumber(redis.call('ZSCORE', ids, id) or '')
if before then
  if before ~= 0 and before ~= tonumber(mark) then return {'refused', 'id_used'} end
  return {'recorded', 0, 0}
end

if needed ~= '' then
  local current, phase = string.match(redis.call('HGET', phases, activity) or '', '^(%d+):(.+)$')
  if current ~= round then return {'refused', current and 'wrong_round' or 'closed'} end
  if phase ~= needed then return {'refused', 'closed'} end
end
if tonumber(change) > 0 and tonumber(redis.call('HGET', entered, voter) or '0') >= tonumber(limit) then
  return {'refused', 'too_many'}
end

local seq = redis.call('HINCRBY', head, 'seq', 1)
redis.call('XADD', log, seq .. '-0', 'e', event, 'r', known[3], 'g', known[1])
redis.call('ZADD', ids, mark, id)
if change ~= '0' then redis.call('HINCRBY', entered, voter, change) end
return {'recorded', seq, 1}
