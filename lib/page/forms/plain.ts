/**
 * A property of a form or a document as the platform has it: fields named `isConnected` or `closest`, and images named `title`, hide the
 * node's own (https://webidl.spec.whatwg.org/#LegacyOverrideBuiltIns). Prototypes are ours here, in the isolated world.
 */
export function plain<N extends Node, K extends keyof N>(node: N, name: K): N[K] {
  return Reflect.get(Object.getPrototypeOf(node), name, node) as N[K];
}
