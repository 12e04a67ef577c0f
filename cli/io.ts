import type { Readable, Writable } from 'node:stream';

/** What a command is given of its process, so that tests can stand in for it. */
export interface CommandIo {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  /** True when stdout is a terminal: text is the default format there, and may have colour. */
  terminal: boolean;
  /** Characters in a line of the terminal. */
  columns?: number;
}

/** Writes a whole text and waits until it is taken. A reader that went away (`| head`) is no error. */
export function writeAll(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EPIPE') resolve();
      else reject(error);
    };
    stream.once('error', failed);
    stream.write(text, (error) => {
      if (error) return failed(error);
      stream.off('error', failed);
      resolve();
    });
  });
}
