// Accord as one more system of the harness: --add tests/bench/system.mjs
import path from 'node:path'
import { fileURLToPath } from 'node:url'
const here = path.dirname(fileURLToPath(import.meta.url))
const python = process.env.ACCORD_PYTHON ?? path.join(here, '..', '..', '.venv', 'bin', 'python')
export default {
  name: 'ours',
  group: 'ours',
  driver: path.join(here, 'driver.mjs'),
  cmd: ({ port }) => [python, '-m', 'accord', 'serve', '--host', '127.0.0.1', '--port', String(port)],
  env: ({ dataDir }) => ({
    ACCORD_DATA: dataDir,
    ACCORD_LIMITS__COMMANDS_PER_SECOND: '1000',
    ACCORD_LIMITS__COMMANDS_BURST: '2000',
    ACCORD_LIMITS__FOUNDINGS_PER_MINUTE: '6000'
  }),
  data: true,
  lossyCursors: true,
  ack: 'after the commit',
  persistence: 'SQLite WAL, synchronous=FULL, group commit'
}
