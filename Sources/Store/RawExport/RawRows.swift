import Surveys

/// All answers of a research wave, in an order that was drawn now: neither that of the file nor that of its keys.
public struct RawRows: Sendable {
    private let table: RawTable
    private let bytes: [UInt8]
    private let order: [Int32]

    /// Rows that are written at once.
    private static let atOnce = 1_000

    init(_ file: AnswersFile, _ table: RawTable) throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(try file.number() * table.width)
        try file.forEach { _, row in
            // A row of another width was asked something else.
            guard row.count == table.width else { throw WaveFileProblem.isBroken(.answersAreBroken) }
            bytes += row
        }
        var generator = SystemRandomNumberGenerator()
        var order = Array(0..<Int32(table.width == 0 ? 0 : bytes.count / table.width))
        order.shuffle(using: &generator)
        (self.table, self.bytes, self.order) = (table, bytes, order)
    }

    /// Hands on the file part by part: its first line, and then some thousand rows at a time.
    public func write(_ use: ([UInt8]) async throws -> Void) async throws {
        try await use(table.head)
        for start in stride(from: 0, to: order.count, by: Self.atOnce) {
            var part: [UInt8] = []
            for place in order[start..<min(start + Self.atOnce, order.count)] {
                let first = Int(place) * table.width
                table.append(bytes[first..<first + table.width], to: &part)
            }
            try await use(part)
        }
    }
}
