-- Appends to a meeting's log, for its creation and for commands.
-- Casts are cast.lua; sealing, which also erases, is seal.lua.
--
-- KEYS  head, log, phases, commands
-- ARGV  kind, schema, id, and then
--       create  event ...                                (the id is the epoch)
--       append  digest or '', revision or '', n, n times (activity, '<round>:<phase>'), event ...
-- Returns {'recorded', seq, 1 if fresh} or {'refused', code}.

local head, log, phases = KEYS[1], KEYS[2], KEYS[3]
local kind, schema, id = ARGV[1], tonumber(ARGV[2]), ARGV[3]

local known = redis.call('HMGET', head, 'epoch', 'schema', 'revision', 'seq')
local epoch, revision = known[1], tonumber(known[3] or '0')

local function write(event)
  local seq = redis.call('HINCRBY', head, 'seq', 1)
  redis.call('XADD', log, seq .. '-0', 'e', event, 'r', revision, 'g', epoch)
  return seq
end

local function write_from(first)
  local seq
  for i = first, #ARGV do seq = write(ARGV[i]) end
  return seq
end

if kind == 'create' then
  if epoch == id then return {'recorded', tonumber(known[4]), 0} end
  if epoch then return {'refused', 'exists'} end
  epoch, revision = id, 1
  redis.call('HSET', head, 'epoch', epoch, 'schema', schema, 'revision', revision, 'seq', 0)
  return {'recorded', write_from(4), 1}
end

if not epoch then return {'refused', 'unknown_meeting'} end
if tonumber(known[2]) > schema then return {'refused', 'newer_schema'} end

if kind == 'append' then
  local commands = KEYS[4]
  local digest = ARGV[4]
  local before = redis.call('HGET', commands, id)
  if before then
    local seq, of = string.match(before, '^(%d+) ?(.*)$')
    if of ~= '' and digest ~= '' and of ~= digest then return {'refused', 'id_used'} end
    return {'recorded', tonumber(seq), 0}
  end
  if ARGV[5] ~= '' and tonumber(ARGV[5]) ~= revision then return {'refused', 'stale'} end
  revision = redis.call('HINCRBY', head, 'revision', 1)
  local changes = tonumber(ARGV[6])
  for i = 7, 6 + 2 * changes, 2 do redis.call('HSET', phases, ARGV[i], ARGV[i + 1]) end
  local seq = write_from(7 + 2 * changes)
  redis.call('HSET', commands, id, digest == '' and seq or (seq .. ' ' .. digest))
  return {'recorded', seq, 1}
end

return redis.error_reply('append.lua: unknown kind ' .. kind)
