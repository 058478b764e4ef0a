public import Core

/// The answers that one may choose from, from low to high.
public struct Scale: Equatable, Sendable {
    public enum Kind: String, CaseIterable, Sendable { case unfavourable, neutral, favourable }

    public struct Value: Equatable, Sendable {
        public let value: Int
        public let kind: Kind
        public let label: LocalText

        public init(_ value: Int, _ kind: Kind, _ label: LocalText) {
            self.value = value
            self.kind = kind
            self.label = label
        }
    }

    public let id: String
    /// Consecutive whole numbers; the kinds hold after reversal of reversed items.
    public let values: [Value]

    public init(id: String, values: [Value]) {
        self.id = id
        self.values = values
    }

    public var minimum: Int { values[0].value }
    public var maximum: Int { values[values.count - 1].value }
}
