import Crypto

extension PackFiles {
    /// SHA-256 over every file but the lock, which says nothing that people see: by name in byte order,
    /// each as the length and bytes of its name and then of its content.
    public var hash: String {
        var hash = SHA256()
        for (name, content) in bytes.sorted(by: { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) })
        where name != WordingLock.file {
            hash.update(part: Array(name.utf8))
            hash.update(part: content)
        }
        return hash.finalize().hexadecimal
    }
}

extension SHA256 {
    /// Adds a part with its length, so that no two lists of parts have the same bytes.
    mutating func update(part: [UInt8]) {
        let length = UInt64(part.count)
        update(data: (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) })
        update(data: part)
    }

    static func hash(parts: [String]) -> String {
        var hash = SHA256()
        for part in parts { hash.update(part: Array(part.utf8)) }
        return hash.finalize().hexadecimal
    }
}

extension SHA256.Digest {
    var hexadecimal: String {
        map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
