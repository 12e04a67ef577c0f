/** What each way of showing the demo is given. */
export interface DemoSetup {
  /** Folder of the built extension. */
  extensionPath: string;
  /** Browser's program. */
  executablePath: string;
  /** Prints a line. */
  say(line: string): void;
}
