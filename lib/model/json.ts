/** A value that survives JSON unchanged. What a page hands over is copied into this shape before it is kept. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
