-- Records ballots of one round, as many as gathered, each with its own answer: one call costs a third of as many calls.
--
-- KEYS  head, log, phases, ballot_ids, ballots, casts
-- ARGV  schema, activity, round, phase it must be in, and then for each: id, voter, packed ballot, event
-- Returns a list: of each its seq, 0 where this id was recorded before, or the code of its refusal.

local head, log, phases, ballot_ids, ballots, casts = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local FIRST, EACH = 5, 4

local known = redis.call('HMGET', head, 'epoch', 'schema', 'revision', 'seq')
local epoch, revision, seq = known[1], known[3], tonumber(known[4])
local round, phase = string.match(redis.call('HGET', phases, ARGV[2]) or '', '^(%d+):(.+)$')

local refusal
if round ~= ARGV[3] then
  refusal = round and 'wrong_round' or 'closed'
elseif phase ~= ARGV[4] then
  refusal = 'closed'
end

local function recorded(id)
  return redis.call('ZSCORE', ballot_ids, id)
end

local answers, ids, votes, seqs, now, latest = {}, {}, {}, {}, {}, {}

-- Whether a ballot of a known id says what it said before. Only the one that stands can be compared: of one that was
-- replaced since, or whose round was sealed in secret, nothing is kept.
local function same(id, voter, packed)
  local kept = latest[voter] or redis.call('HGET', ballots, voter)
  if not kept or string.sub(kept, 1, #id + 1) ~= id .. '\0' then return true end
  return kept == packed
end

local function record(id, voter, packed, event)
  seq = seq + 1
  redis.call('XADD', log, seq .. '-0', 'e', event, 'r', revision, 'g', epoch)
  now[id], latest[voter] = true, packed
  ids[#ids + 1], ids[#ids + 2] = 0, id
  votes[#votes + 1], votes[#votes + 2] = voter, packed
  seqs[#seqs + 1] = seq
  return seq
end

local function answer(id, voter, packed, event)
  if not epoch then return 'unknown_meeting' end
  if tonumber(known[2]) > tonumber(ARGV[1]) then return 'newer_schema' end
  -- The id first: a retry hears what became of it even after the close, and never replaces a newer ballot.
  if now[id] or recorded(id) then return same(id, voter, packed) and 0 or 'id_used' end
  return refusal or record(id, voter, packed, event)
end

for at = FIRST, #ARGV, EACH do
  answers[#answers + 1] = answer(ARGV[at], ARGV[at + 1], ARGV[at + 2], ARGV[at + 3])
end

if #seqs > 0 then
  redis.call('HSET', head, 'seq', seq)
  redis.call('ZADD', ballot_ids, unpack(ids))
  redis.call('HSET', ballots, unpack(votes))
  redis.call('RPUSH', casts, unpack(seqs))
end
return answers
