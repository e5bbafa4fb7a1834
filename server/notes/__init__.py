"""Shared notes: each table's pad, a Yjs document spoken to over the y-websocket protocol at ``/notes/{pad}``.

**The pad's id** is ``<meeting>.<activity>.<table>``, each part a slug. **The document**: ``Y.Map "entries"`` from an
entry's id (a slug) to ``Y.Map {heading, text, order, flags, v}``: ``heading`` a string, one of the pad's; ``text`` a
``Y.Text`` without formatting; ``order`` a number; ``flags`` strings, as a list, a ``Y.Array`` or the true keys of a
map; ``v`` the schema, 1. Parts may arrive one by one; an entry is read once it has a heading.

**Messages** (binary, one a frame; ``varuint``, ``varbytes`` and ``varstring`` as lib0 writes them):

| bytes | direction | what |
|---|---|---|
| ``0 0 varbytes`` | both | sync step 1: a state vector; answered by step 2 |
| ``0 1 varbytes`` | both | sync step 2: what the other side lacks |
| ``0 2 varbytes`` | both | an update |
| ``1 varbytes`` | both | awareness: who is writing; never stored; an empty one is the server's heartbeat |
| ``2 0 varstring`` | down | an update was refused; the string is its code (y-protocols' "permission denied") |
| ``3`` | up | asks for the awareness of everyone |
| ``100 varuint`` | down | with ``?acks=1``: so many of this connection's steps 2 and updates are on disk |
| ``101 varstring`` | down | with ``?acks=1``, in place of ``2 0``: ``{"code": ...}`` for one of them that was refused |

An update is on disk before it is confirmed or relayed. A refused update leaves the client ahead of the server: what it
sends next is ``pending`` and is answered by a sync step 1, so a later correction arrives together with what was
refused; or the client drops its document and syncs anew.

**Close codes**: 4000-4399 mean come back, 4500-4999 do not. (The npm provider by itself comes back after any code but
4400-4499, which are never used here.)
"""
