import sqlite3 from 'sqlite3';

export type SqlValue = string | number | null | Uint8Array;

/** A bare sqlite3 connection with promises: migrations, backups, checks. */
export class RawConnection {
  private constructor(private readonly database: sqlite3.Database) {}

  static open(file: string, mode: number): Promise<RawConnection> {
    return new Promise((resolve, reject) => {
      const database = new sqlite3.Database(file, mode, (failure) => (failure ? reject(failure) : resolve(new RawConnection(database))));
    });
  }

  exec(sql: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.database.exec(sql, (failure) => (failure ? reject(failure) : resolve()));
    });
  }

  run(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    return new Promise((resolve, reject) => {
      this.database.run(sql, values, (failure: Error | null) => (failure ? reject(failure) : resolve()));
    });
  }

  all<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.database.all<Row>(sql, values, (failure, rows) => (failure ? reject(failure) : resolve(rows)));
    });
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.database.close((failure) => (failure ? reject(failure) : resolve()));
    });
  }
}
