// Drives Accord in the peers' harness. Rooms are workshops with all prompts in discussion; see README.md beside this file.
import { inflateSync } from 'node:zlib'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const PROMPTS = ['a', 'b', 'c', 'd', 'e', 'f']
const PEOPLE = 200 // in a room that stands alone; more connections share them
const END = '.' // Accord trims notes and the harness compares every character

export default function make () {
  let port = 0
  let rooms = new Map() // harness name → { id, cookies }
  const saved = () => path.join(os.tmpdir(), `accord-bench-${port}.json`)

  async function post (url, body, cookie = '') {
    const origin = `http://127.0.0.1:${port}`
    const headers = { 'content-type': 'application/json', 'x-accord': '1', origin, ...(cookie && { cookie }) }
    const answer = await fetch(origin + url, { method: 'POST', headers, body: JSON.stringify(body) })
    const said = await answer.json()
    if (!answer.ok) throw new Error(`${url} ${answer.status} ${JSON.stringify(said)}`)
    return { said, cookie: answer.headers.getSetCookie().map(c => c.split(';')[0]).join('; ') }
  }

  async function found (name) {
    const prompts = PROMPTS.map(id => ({ id, title: id, text: id }))
    const { said, cookie } = await post('/api/workshops', {
      title: name, company: 'Bench', languages: ['en'], timezone: 'UTC', agenda: 'custom', name: 'Lead', language: 'en',
      teams: { marketing: { name: 'Marketing', colour: '' }, sales: { name: 'Sales', colour: '' } },
      steps: [{ activity: 'bench', minutes: 60, together: true, visibility: 'team', prompts }]
    })
    await lead(said.id, cookie)
    return { id: said.id, token: said.join_link.split('#k=')[1], cookies: [] }
  }

  // the facilitator opens the discussion
  function lead (id, cookie) {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/ws/${id}`, { headers: { cookie, origin: `http://127.0.0.1:${port}` } })
      socket.binaryType = 'arraybuffer'
      socket.onopen = () => socket.send(JSON.stringify({ t: 'hello', client: 'lead' + id }))
      socket.onerror = reject
      socket.onmessage = ({ data }) => {
        if (typeof data !== 'string') return
        const m = JSON.parse(data)
        if (m.t === 'welcome') socket.send(JSON.stringify({ t: 'do', n: 1, do: { t: 'go_to', step: 's1', turn: 0, phase: 'discuss' } }))
        if (m.t === 'not_done') reject(new Error(data))
        if (m.done?.includes?.(1) && m.t === 'records') { socket.close(); resolve() }
      }
    })
  }

  const join = async (room, n) => (await post('/api/join', {
    id: room.id, token: room.token, name: `User ${n}`, team: n % 2 ? 'sales' : 'marketing', language: 'en'
  })).cookie

  async function prepareRoom (name, people) {
    const room = await found(name)
    for (let n = 0; n < people; n += 20) {
      room.cookies.push(...await Promise.all(Array.from({ length: Math.min(20, people - n) }, (_, k) => join(room, n + k))))
    }
    rooms.set(name, room)
  }

  const roomOf = p => rooms.get('room' + p.room)
  const say = (p, command) => p.sendText(JSON.stringify({ t: 'do', n: ++p.state.n, do: command }))

  return {
    ackByEcho: false,

    async prepare (given) {
      port = given.port
      if (given.restarted) { rooms = new Map(JSON.parse(fs.readFileSync(saved(), 'utf8'))); return }
      for (const name of given.rooms) await prepareRoom(name, given.rooms.length > 1 ? 16 : PEOPLE)
      fs.writeFileSync(saved(), JSON.stringify([...rooms]))
    },

    path: (room, p) => `/ws/${roomOf(p).id}`,
    headers: p => {
      const { cookies } = roomOf(p)
      return { Cookie: cookies[(p.ri + cookies.length) % cookies.length], Origin: `http://127.0.0.1:${port}` }
    },

    open (p) {
      p.state = { n: 0, edits: [], acked: 0, versions: new Map(), notes: new Map() }
      p.sendText(JSON.stringify({ t: 'hello', client: `c${p.idx}-${p.reader ? 'r' : p.ri}-${process.pid}` }))
    },

    frame (p, b, s, e, opcode) {
      if (!p.isReady || p.reader) return welcome(p, b, s, e, opcode)
      const at = b.lastIndexOf('"done":[', e - 9)
      if (at < s || b[e - 2] !== 93) return // only one's own acknowledgements end a frame with "done":[…]}
      acknowledge(p, JSON.parse(b.toString('latin1', at + 7, e - 1)))
    },

    createNotes (p, notes) {
      for (const { id, text } of notes) {
        const k = p.state.versions.size
        p.state.versions.set(id, 1)
        say(p, { t: 'add_note', id: long(id), prompt: 's1.' + PROMPTS[Math.floor(k / 99)], text: text + END, late: true })
      }
    },

    edit (p, seq, text) {
      const base = p.state.versions.get(p.noteId)
      p.state.versions.set(p.noteId, base + 1)
      p.state.edits.push(p.state.n + 1)
      say(p, { t: 'edit_note', note: long(p.noteId), text: text + END, base })
    },

    cursor (p, seq, x, y, m) { p.sendText(`{"t":"here","at":"${m}","x":${x},"y":${y}}`) },
    board: p => p.state.notes
  }

  // our ids have at least four characters
  function long (id) { return 'note-' + id }

  function welcome (p, b, s, e, opcode) {
    if (opcode === 2) { // the packed snapshot: unpack it, as a browser does, and let the harness read what was in it
      const plain = inflateSync(b.subarray(s, e))
      return p.conn.h.frame(p.conn, plain, 0, plain.length, 1)
    }
    const m = JSON.parse(b.toString('utf8', s, e))
    keep(p, Array.isArray(m) ? m : m.put ?? [])
    if (m.t === 'welcome') p.ready()
  }

  function keep (p, records) {
    if (!p.reader) return
    for (const r of records) if (r.t === 'note') p.state.notes.set(r.id.slice(5), r.text.slice(0, -END.length))
  }

  function acknowledge (p, numbers) {
    const { edits } = p.state
    let last = p.state.acked
    for (const n of numbers) { const k = edits.indexOf(n, last); if (k >= 0) last = Math.max(last, k + 1) }
    if (last > p.state.acked) p.ack(p.state.acked = last)
  }
}
