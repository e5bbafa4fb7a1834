-- Seals a closed round: keeps its outcome for ever, and in a secret round erases what links ballots to voters.
--
-- KEYS  head, log, phases, outcomes, sealings, tombstones, snapshot, rewrite,
--       ballots, ballot_ids, casts, sealed
-- ARGV  schema, activity, round, '1' if secret else '', event, outcome, ballot to keep ... (sorted)
-- Returns {'recorded', seq, 1 if fresh} or {'refused', code}.

local head, log, phases, outcomes, sealings, tombstones, snapshot, rewrite = unpack(KEYS, 1, 8)
local ballots, ballot_ids, casts, sealed = unpack(KEYS, 9, 12)
local schema, activity, round, secret, event, outcome = unpack(ARGV, 1, 6)
local place = activity .. ':' .. round

local known = redis.call('HMGET', head, 'epoch', 'schema')
local epoch = known[1]
if not epoch then return {'refused', 'unknown_meeting'} end
if tonumber(known[2]) > tonumber(schema) then return {'refused', 'newer_schema'} end

local before = redis.call('HGET', sealings, place)
if before then return {'recorded', tonumber(before), 0} end

local current, phase = string.match(redis.call('HGET', phases, activity) or '', '^(%d+):(.+)$')
if current ~= round then return {'refused', 'wrong_round'} end
if phase ~= 'closed' then return {'refused', 'not_closed'} end
if secret == '1' and redis.call('HLEN', ballots) ~= #ARGV - 6 then return {'refused', 'miscounted'} end

-- '5-9,12' of {'5', '6', ..., '9', '12'}
local function ranges(seqs)
  local parts, first, last = {}, nil, nil
  local function close()
    if first then parts[#parts + 1] = first == last and tostring(first) or (first .. '-' .. last) end
  end
  for _, text in ipairs(seqs) do
    local seq = tonumber(text)
    if first and seq == last + 1 then
      last = seq
    else
      close()
      first, last = seq, seq
    end
  end
  close()
  return table.concat(parts, ',')
end

-- XDEL only marks entries: their bytes stay in memory, in replicas and in RDB files until a whole node of the
-- stream is gone. So the log is written anew without them.
local function erase(seqs)
  local gone = {}
  for _, seq in ipairs(seqs) do gone[seq .. '-0'] = true end
  local from = '-'
  redis.call('DEL', rewrite)
  while true do
    local page = redis.call('XRANGE', log, from, '+', 'COUNT', 200)
    for _, entry in ipairs(page) do
      if not gone[entry[1]] then redis.call('XADD', rewrite, entry[1], unpack(entry[2])) end
    end
    if #page < 200 then break end
    from = '(' .. page[#page][1]
  end
  redis.call('RENAME', rewrite, log)
  redis.call('HSET', tombstones, place, ranges(seqs))
end

local revision = redis.call('HINCRBY', head, 'revision', 1)
local seq = redis.call('HINCRBY', head, 'seq', 1)
redis.call('XADD', log, seq .. '-0', 'e', event, 'r', revision, 'g', epoch)
redis.call('HSET', outcomes, place, outcome)
redis.call('HSET', sealings, place, seq)
redis.call('HSET', phases, activity, round .. ':sealed')

if secret == '1' then
  local seqs = redis.call('LRANGE', casts, 0, -1)
  if #seqs > 0 then erase(seqs) end
  redis.call('DEL', ballots, snapshot)
  for i = 7, #ARGV do redis.call('RPUSH', sealed, ARGV[i]) end
  redis.call('HSET', head, 'erased', seq)
end
redis.call('DEL', casts)
return {'recorded', seq, 1}
