/// A node and how many values it counts as once its aliases are followed.
struct Composition {
  let node: YAMLNode
  let size: Int
}
