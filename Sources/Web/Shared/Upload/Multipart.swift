/// Reads a form with files piece by piece, as its bytes come in: bounded, strict, and without surprises.
struct Multipart {
    struct Part: Equatable {
        let name: String
        let fileName: String?
        var bytes: [UInt8] = []
    }

    struct Limits {
        var bytes: Int
        var parts = 32
        /// Of the lines above one part.
        var heading = 4_096
    }

    enum Problem: Error { case malformed, tooLarge }

    private enum State { case delimiter, heading, content, done }

    private let delimiter: [UInt8]
    private let limits: Limits
    private var state = State.content
    private var rest: [UInt8] = [13, 10]
    private var taken = 0
    private var current: Part?
    private var parts: [Part] = []

    init(boundary: String, _ limits: Limits) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.limits = limits
    }

    /// Takes the next bytes of the body.
    mutating func take(_ bytes: some Collection<UInt8>) throws(Problem) {
        taken += bytes.count
        guard taken <= limits.bytes else { throw .tooLarge }
        guard state != .done else { return }
        rest.append(contentsOf: bytes)
        var isMoving = true
        while isMoving {
            switch state {
            case .content: isMoving = takeContent()
            case .delimiter: isMoving = try takeDelimiterEnd()
            case .heading: isMoving = try takeHeading()
            case .done: isMoving = false
            }
        }
    }

    /// What came in, once the body has ended as it should.
    func finished() throws(Problem) -> [Part] {
        guard state == .done else { throw .malformed }
        return parts
    }

    /// Moves content into the part up to the delimiter, or as far as no delimiter can begin.
    private mutating func takeContent() -> Bool {
        if let start = rest.firstPlace(of: delimiter) {
            current?.bytes.append(contentsOf: rest[..<start])
            rest.removeFirst(start + delimiter.count)
            state = .delimiter
            return true
        }
        let safe = max(0, rest.count - delimiter.count + 1)
        current?.bytes.append(contentsOf: rest[..<safe])
        rest.removeFirst(safe)
        return false
    }

    /// After a delimiter come a line end, or two hyphens at the very end; anything else was content that looks like one.
    private mutating func takeDelimiterEnd() throws(Problem) -> Bool {
        guard rest.count >= 2 else { return false }
        let end = [rest[0], rest[1]]
        if end == [13, 10] || end == [45, 45] {
            if let current { parts.append(current) }
            current = nil
            guard parts.count <= limits.parts else { throw .tooLarge }
            rest.removeFirst(2)
            state = end == [13, 10] ? .heading : .done
        } else {
            current?.bytes.append(contentsOf: delimiter)
            state = .content
        }
        return true
    }

    private mutating func takeHeading() throws(Problem) -> Bool {
        guard let end = rest.firstPlace(of: [13, 10, 13, 10]) else {
            guard rest.count <= limits.heading else { throw .tooLarge }
            return false
        }
        guard end <= limits.heading else { throw .tooLarge }
        guard let disposition = Disposition(rest[..<end]) else { throw .malformed }
        current = Part(name: disposition.name, fileName: disposition.fileName)
        rest.removeFirst(end + 4)
        state = .content
        return true
    }
}

extension [UInt8] {
    /// Where the bytes first stand.
    fileprivate func firstPlace(of wanted: [UInt8]) -> Int? {
        guard count >= wanted.count, let first = wanted.first else { return nil }
        var index = 0
        let last = count - wanted.count
        while index <= last {
            if self[index] == first, self[index..<(index + wanted.count)].elementsEqual(wanted) { return index }
            index += 1
        }
        return nil
    }
}
