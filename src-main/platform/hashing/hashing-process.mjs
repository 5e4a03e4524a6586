// Runs in a process of its own: scrypt would otherwise fill the thread pool that SQLite uses.
// Receives { id, password, salt, n }, answers { id, key } (hex).
import { scrypt } from 'node:crypto';

process.on('message', ({ id, password, salt, n }) => {
  scrypt(password, Buffer.from(salt, 'hex'), 32, { N: n, r: 8, p: 1, maxmem: 256 * n * 8 }, (failure, key) => {
    process.send(failure ? { id, failure: String(failure) } : { id, key: key.toString('hex') });
  });
});
process.on('disconnect', () => process.exit(0));
