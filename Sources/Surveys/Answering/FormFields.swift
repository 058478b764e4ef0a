/// The fields of an urlencoded form, in order, as they stand in the body: small, strict, and without surprises.
public struct FormFields: Sequence, Sendable {
    private let body: ArraySlice<UInt8>

    public init(_ body: [UInt8]) {
        self.body = body[...]
    }

    public func makeIterator() -> Iterator { Iterator(rest: body) }

    public struct Iterator: IteratorProtocol {
        var rest: ArraySlice<UInt8>

        /// The next name and value; a field without `=` has an empty value, bad escapes stay as they are.
        public mutating func next() -> (name: [UInt8], value: [UInt8])? {
            while !rest.isEmpty {
                let end = rest.firstIndex(of: 38) ?? rest.endIndex
                let field = rest[..<end]
                rest = end == rest.endIndex ? [] : rest[(end + 1)...]
                guard !field.isEmpty else { continue }
                let equals = field.firstIndex(of: 61) ?? field.endIndex
                let value = equals == field.endIndex ? [] : field[(equals + 1)...]
                return (Self.decoded(field[..<equals]), Self.decoded(value))
            }
            return nil
        }

        private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
            guard bytes.contains(where: { $0 == 37 || $0 == 43 }) else { return Array(bytes) }
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count)
            var index = bytes.startIndex
            while index < bytes.endIndex {
                let byte = bytes[index]
                if byte == 37, index + 2 < bytes.endIndex, let high = hex(bytes[index + 1]),
                    let low = hex(bytes[index + 2])
                {
                    result.append(high << 4 | low)
                    index += 3
                } else {
                    result.append(byte == 43 ? 32 : byte)
                    index += 1
                }
            }
            return result
        }

        private static func hex(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 48...57: byte - 48
            case 65...70: byte - 55
            case 97...102: byte - 87
            default: nil
            }
        }
    }
}
