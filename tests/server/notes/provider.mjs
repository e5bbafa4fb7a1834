// Two providers of the npm package y-websocket edit one pad. Given to node on stdin (`node --input-type=module - URL PAD`)
// in a folder with node_modules. Says on stdout, one JSON object a line, what each sees; ends by itself.
import WebSocketPolyfill from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

const [url, pad] = process.argv.slice(2)

const say = (what) => console.log(JSON.stringify(what))
const complaints = []
for (const level of ['warn', 'error']) console[level] = (...words) => complaints.push(words.join(' '))

const open = (params = {}) => {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(url, pad, doc, { WebSocketPolyfill, disableBc: true, params })
  return { doc, provider, entries: doc.getMap('entries') }
}
const until = (holds, emitters) =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`never: ${holds}`)), 15000)
    const look = () => {
      if (!holds()) return
      clearTimeout(late)
      resolve()
    }
    for (const [emitter, event] of emitters) emitter.on(event, look)
    look()
  })
const synced = (one) => until(() => one.provider.synced, [[one.provider, 'sync']])
const text = (one, id) => one.entries.get(id)?.get('text')?.toString()
const write = (one, id, words) =>
  one.doc.transact(() => {
    const entry = new Y.Map()
    entry.set('heading', 'challenge')
    entry.set('text', new Y.Text(words))
    entry.set('order', 1)
    entry.set('flags', [])
    entry.set('v', 1)
    one.entries.set(id, entry)
  })

const ana = open()
const luis = open()
await Promise.all([synced(ana), synced(luis)])

ana.provider.awareness.setLocalState({ user: { name: 'Ana' }, writing: 'challenge' })
await until(
  () => luis.provider.awareness.getStates().get(ana.doc.clientID)?.writing === 'challenge',
  [[luis.provider.awareness, 'change']],
)
say({ awareness: luis.provider.awareness.getStates().get(ana.doc.clientID) })

write(ana, 'e1', 'Vías legales 𝒳')
await until(() => text(luis, 'e1') === 'Vías legales 𝒳', [[luis.doc, 'update']])

luis.provider.disconnect()
await until(() => !ana.provider.awareness.getStates().has(luis.doc.clientID), [[ana.provider.awareness, 'change']])
luis.entries.get('e1').get('text').insert(0, 'Sin red: ')
write(luis, 'e2', 'offline')
ana.entries.get('e1').get('text').insert('Vías legales 𝒳'.length, ' y seguras')
luis.provider.connect()
await synced(luis)
await until(() => text(ana, 'e2') === 'offline', [[ana.doc, 'update']])
await until(() => text(luis, 'e1') === 'Sin red: Vías legales 𝒳 y seguras', [[luis.doc, 'update']])
await until(() => text(ana, 'e1') === text(luis, 'e1'), [[ana.doc, 'update']])
say({ merged: text(ana, 'e1') })

const reader = open({ as: 'reader' })
await synced(reader)
say({ reads: text(reader, 'e1') })
say({ complaints: [...complaints] })
const complained = new Promise((resolve) => {
  console.warn = (...words) => resolve(words.join(' '))
})
write(reader, 'e3', 'not allowed')
say({ told: await complained })

for (const one of [ana, luis, reader]) {
  one.provider.destroy()
  one.doc.destroy()
}
