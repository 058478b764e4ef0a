import CQREncode

/// A QR code as lines of an SVG path: one unit a module, without the quiet zone.
struct QRCode: Sendable {
    /// How many modules wide and high.
    let size: Int
    /// Strokes of width one through the middle of each row: "M0 0h7m1 0h3…".
    let path: String

    /// Error correction M: a card may be creased. What does not fit in a code is nil.
    init?(_ text: String) {
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
        defer { QRcode_free(code) }
        let size = Int(code.pointee.width)
        guard let modules = code.pointee.data else { return nil }
        self.size = size
        // The lowest bit of a module tells dark from light.
        path = (0..<size).map { row in
            Self.line((0..<size).map { modules[row * size + $0] & 1 == 1 }, at: row)
        }.joined()
    }

    /// For the `viewBox`: half a unit up, because the strokes lie on the middle of their row.
    var viewBox: String { "0 -0.5 \(size) \(size)" }

    private static func line(_ modules: [Bool], at row: Int) -> String {
        var path = "M0 \(row)"
        var start = 0
        while start < modules.count {
            let end = modules[start...].firstIndex { $0 != modules[start] } ?? modules.count
            if modules[start] {
                path += "h\(end - start)"
            } else if end < modules.count {
                path += "m\(end - start) 0"
            }
            start = end
        }
        return path
    }
}
