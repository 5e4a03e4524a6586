import { AsyncLocalStorage } from 'node:async_hooks';
import { Sequelize, Transaction } from 'sequelize';
import sqlite3 from 'sqlite3';
import { AsyncNamespace } from './async-namespace';
import { RawConnection } from './raw-connection';
import type { Bindings } from './raw-connection';
import { WriteQueue } from './write-queue';

Sequelize.useCLS(new AsyncNamespace());

export type { Bindings } from './raw-connection';

/** The write under way. */
interface Write {
  readonly afterCommit: (() => void)[];
  /** True once a statement other than a read has run. */
  changed: boolean;
}

interface HandleMaker {
  getConnection: (options: { uuid?: string }) => Promise<sqlite3.Database>;
  releaseConnection: () => void;
}

/** Reads kept at most; the oldest goes first. */
const MEMOS = 300;
const READER = 'PRAGMA busy_timeout = 5000; PRAGMA query_only = ON; PRAGMA cache_size = -16000';
const WRITER = 'PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON';

/**
 * The one owner of a SQLite file. Reads go through a read-only connection; writes queue one at a
 * time in IMMEDIATE transactions (concurrent ones fail with SQLITE_BUSY), and nested calls join.
 * Raw statements go straight to SQLite: through Sequelize each would cost several times as much.
 */
export class Database {
  readonly sequelize: Sequelize;
  private readonly queue = new WriteQueue();
  private readonly inWrite = new AsyncLocalStorage<Write>();
  private memos = new Map<string, Promise<unknown>>();
  private closing = false;

  private constructor(readonly file: string, private readonly reader: RawConnection, private readonly writer: RawConnection) {
    this.sequelize = new Sequelize({
      dialect: 'sqlite', storage: file, logging: false, typeValidation: true,
      define: { timestamps: false, underscored: true, freezeTableName: true },
    });
    ownAttributes(this.sequelize);
    lendConnections(this.sequelize, writer);
    noticeChanges(this.sequelize, () => this.inWrite.getStore());
  }

  /** Opens a migrated file. */
  static async open(file: string): Promise<Database> {
    const reader = await RawConnection.open(file, sqlite3.OPEN_READWRITE);
    const writer = await RawConnection.open(file, sqlite3.OPEN_READWRITE);
    await Promise.all([reader.exec(READER), writer.exec(WRITER)]);
    return new Database(file, reader, writer);
  }

  /** Runs `work` in a write transaction, after those asked before it; all or nothing is kept. */
  write<T>(work: () => Promise<T>): Promise<T> {
    if (this.inWrite.getStore()) return work();
    if (this.closing) return Promise.reject(new Error('the database is closing'));
    return this.queue.run(async () => {
      const afterCommit: (() => void)[] = [];
      const result = await this.sequelize.transaction({ type: Transaction.TYPES.IMMEDIATE }, () =>
        this.inWrite.run({ afterCommit, changed: false }, work));
      this.memos = new Map();
      afterCommit.forEach((wake) => wake());
      return result;
    });
  }

  /** Calls `wake` once the write under way is kept; at once outside of one. */
  afterCommit(wake: () => void): void {
    const store = this.inWrite.getStore();
    if (store) store.afterCommit.push(wake);
    else wake();
  }

  /** Rows of a raw read, as SQLite gives them: booleans are 0 or 1, JSON is text. */
  select<Row extends object>(sql: string, bind: Bindings = {}): Promise<Row[]> {
    return (this.inWrite.getStore() ? this.writer : this.reader).rows<Row>(sql, bind);
  }

  /** The first row of a raw read, or null. */
  async selectOne<Row extends object>(sql: string, bind: Bindings = {}): Promise<Row | null> {
    return (await this.select<Row>(sql, bind))[0] ?? null;
  }

  /** Runs one statement inside the write under way; returns how many rows it changed. */
  async run(sql: string, bind: Bindings = {}): Promise<number> {
    const write = this.inWrite.getStore();
    if (!write) throw new Error('a statement that writes belongs in write()');
    write.changed = true;
    return this.writer.change(sql, bind);
  }

  /** Runs one statement inside the write under way; gives the rows of its RETURNING. */
  async runReturning<Row extends object>(sql: string, bind: Bindings = {}): Promise<Row[]> {
    const write = this.inWrite.getStore();
    if (!write) throw new Error('a statement that writes belongs in write()');
    write.changed = true;
    return this.writer.rows<Row>(sql, bind);
  }

  /**
   * A read kept until the next commit: what every request asks (the town, the rulebook), what the
   * same page asks again and again (a family's days while it ticks them). A write that has changed
   * something loads afresh, for it may have changed just that. What is kept must not be changed.
   */
  memo<T>(key: string, load: () => Promise<T>): Promise<T> {
    if (this.inWrite.getStore()?.changed) return load();
    const { memos } = this;
    const kept = memos.get(key);
    if (kept) return kept as Promise<T>;
    const value = load();
    if (memos.size >= MEMOS) memos.delete(memos.keys().next().value!);
    memos.set(key, value);
    value.catch(() => memos.delete(key));
    return value;
  }

  /** Waits for running writes, folds the WAL into the file and closes. */
  async close(): Promise<void> {
    this.closing = true;
    await this.queue.idle();
    await this.sequelize.close();
    await this.writer.close();
    await this.reader.exec('PRAGMA query_only = OFF; PRAGMA wal_checkpoint(TRUNCATE)');
    await this.reader.close();
  }
}

/** Sequelize writes each column's name into its description: one description shared by several columns would lose them. */
function ownAttributes(sequelize: Sequelize): void {
  sequelize.addHook('beforeDefine', (attributes) => {
    for (const [name, description] of Object.entries(attributes)) {
      if (typeof description === 'object') attributes[name] = { ...description } as typeof description;
    }
  });
}

/**
 * Gives Sequelize our two connections: it would open and close one for each transaction. One
 * writer is enough, for writes queue. Its `afterConnect` does not fire for SQLite, so pragmas are
 * set where connections are made.
 */
function lendConnections(sequelize: Sequelize, writer: RawConnection): void {
  const manager = (sequelize as unknown as { connectionManager: HandleMaker }).connectionManager;
  const make = manager.getConnection.bind(manager);
  manager.getConnection = async (options) => {
    if (options.uuid !== undefined && options.uuid !== 'default') return writer.handle;
    const handle = await make(options);
    await new RawConnection(handle).exec(READER);
    return handle;
  };
  manager.releaseConnection = () => undefined;
}

interface Querying {
  query: (sql: string | { query: string }, ...rest: unknown[]) => Promise<unknown>;
}

const READS = /^\s*(SELECT|PRAGMA|BEGIN|COMMIT|ROLLBACK)\b/i;

/** Every statement of a model passes through `query`: marks the write under way when it changes something. */
function noticeChanges(sequelize: Sequelize, underWay: () => Write | undefined): void {
  const querying = sequelize as unknown as Querying;
  const query = querying.query.bind(sequelize);
  querying.query = (sql, ...rest) => {
    const write = underWay();
    if (write && !READS.test(typeof sql === 'string' ? sql : sql.query)) write.changed = true;
    return query(sql, ...rest);
  };
}
