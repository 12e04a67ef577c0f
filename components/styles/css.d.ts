/** Style sheets are imported for their effect: the bundler turns them into a file beside the script. */
declare module '*.css';
